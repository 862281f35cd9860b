; A shortcut with the id that the program gives its windows (AppUserModelID): by
; it Windows groups them on the taskbar, and pins the shortcut, not a bare exe.
;   ${Shortcut} LINK TARGET ID
!include LogicLib.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define Shortcut "!insertmacro Shortcut"
!macro Shortcut link target id
  CreateShortcut "${link}" "${target}"
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("${link}",${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        !insertmacro SetAppID "${id}" .r6
        ${If} $6 = 0 ; without an id the shortcut stays as it was written
          ${IPropertyStore::Commit} $2 ""
          ${IPersistFile::Save} $1 '("${link}",1)'
        ${EndIf}
        ${IUnknown::Release} $2 ""
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

; Sets the id in the property store $2; the result is that of SetValue.
!macro SetAppID id result
  System::Call 'oleaut32::SysAllocString(w "${id}")p.r3'
  System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r4'
  System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_BSTR},,&i8 r3)p.r5'
  ${IPropertyStore::SetValue} $2 '(r4,r5)${result}'
  System::Free $5
  System::Free $4
  System::Call 'oleaut32::SysFreeString(pr3)'
!macroend

; Setup for one user, without administrator rights.
;   makensis -DVERSION= -DVERSION_FOUR= -DNAME= -DID= -DEXE= -DICON= -DBANNER= -DLICENCES= -DOUT= [-DSIGN=script] setup.nsi
; Silent: /S [/NODESKTOP] [/NOOPENWITH] [/D=folder]; uninstall.exe /S [/ERASE]
; Exit status: 0 done, 1 cancelled, 2 this Windows will not do, 3 the program is running.

Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 32

!define EXENAME "tallyboard.exe"
!define PROGID  "${NAME}.Log"
!define UNKEY   "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define APPKEY  "Software\${ID}"
!define LIBRARY "$LOCALAPPDATA\${NAME}" ; what the program keeps between runs

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"'
  !finalize       '"${SIGN}" "%1"'
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh

Name "$(AppName)"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNKEY}" "InstallLocation" ; an upgrade goes where the old one is
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION_FOUR}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} setup"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "(c) 2026 The Tallyboard authors"

!define MUI_ICON   "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH FitControl
!define MUI_ABORTWARNING
!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "语言 / Language"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${APPKEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "SetupLanguage"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXENAME}"
!define MUI_WELCOMEPAGE_TEXT "$(Welcome)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese" ; the first is the default
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include "texts.nsh"
!include "shortcut.nsh"

; Both setup and uninstaller stop while the exe is in use.
!macro StopIfRunning
  !define AGAIN "again_${__COUNTER__}"
  ${If} ${FileExists} "$INSTDIR\${EXENAME}"
    ${AGAIN}:
    ClearErrors
    FileOpen $0 "$INSTDIR\${EXENAME}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY ${AGAIN}
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
  !undef AGAIN
!macroend

!macro OpenWith ending
  WriteRegNone HKCU "Software\Classes\.${ending}\OpenWithProgids" "${PROGID}"
  WriteRegStr HKCU "Software\Classes\Applications\${EXENAME}\SupportedTypes" ".${ending}" ""
!macroend

!macro un.OpenWith ending
  DeleteRegValue HKCU "Software\Classes\.${ending}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.${ending}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.${ending}"
!macroend

!macro RefreshIcons
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "$(SecMain)" SecMain
  SectionIn RO
  !insertmacro StopIfRunning
  SetOutPath "$INSTDIR"
  File "/oname=${EXENAME}" "${EXE}"
  File "/oname=licences.txt" "${LICENCES}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "$(AppName)"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "$INSTDIR\${EXENAME},0"
  WriteRegStr HKCU "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNKEY}" "EstimatedSize" "$0"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\${EXENAME}" "" "$INSTDIR\${EXENAME}"
  ${Shortcut} "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXENAME}" "${ID}"
SectionEnd

Section "$(SecDesktop)" SecDesktop
  ${Shortcut} "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXENAME}" "${ID}"
SectionEnd

; Adds the program to the lists behind 'Open with'. It never touches the
; default of an ending: that stays with Excel, WPS or whatever the user chose.
Section "$(SecOpenWith)" SecOpenWith
  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "$(AppName)"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\${EXENAME},0"
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\${EXENAME}" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\${EXENAME}" "FriendlyAppName" "$(AppName)"
  WriteRegStr HKCU "Software\Classes\Applications\${EXENAME}\shell\open\command" "" '"$INSTDIR\${EXENAME}" "%1"'
  !insertmacro OpenWith xlsx
  !insertmacro OpenWith xlsm
  !insertmacro OpenWith xls
  !insertmacro OpenWith csv
  !insertmacro OpenWith tsv
  !insertmacro OpenWith ods
  !insertmacro RefreshIcons
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SecMain} "$(DescMain)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SecDesktop} "$(DescDesktop)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SecOpenWith} "$(DescOpenWith)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  !insertmacro StopIfRunning

  ; An upgrade keeps the choices of the first time.
  ${If} ${FileExists} "$INSTDIR\${EXENAME}"
    ${IfNot} ${FileExists} "$DESKTOP\${NAME}.lnk"
      !insertmacro UnselectSection ${SecDesktop}
    ${EndIf}
    ReadRegStr $0 HKCU "Software\Classes\${PROGID}" ""
    ${If} $0 == ""
      !insertmacro UnselectSection ${SecOpenWith}
    ${EndIf}
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/NODESKTOP" $R1
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${SecDesktop}
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/NOOPENWITH" $R1
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${SecOpenWith}
  ${EndIf}
  ClearErrors
FunctionEnd

Section "un.$(SecProgram)" UnSecProgram
  SectionIn RO
  !insertmacro StopIfRunning
  Delete "$INSTDIR\${EXENAME}"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when empty: it may be a folder of the user's choice
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  !insertmacro un.OpenWith xlsx
  !insertmacro un.OpenWith xlsm
  !insertmacro un.OpenWith xls
  !insertmacro un.OpenWith csv
  !insertmacro un.OpenWith tsv
  !insertmacro un.OpenWith ods
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegKey HKCU "Software\Classes\Applications\${EXENAME}"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\${EXENAME}"
  DeleteRegKey HKCU "${UNKEY}"
  DeleteRegKey HKCU "${APPKEY}"
  !insertmacro RefreshIcons
SectionEnd

; Logs, views and settings stay unless they are asked to go.
Section /o "un.$(SecErase)" UnSecErase
  RMDir /r "${LIBRARY}"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UnSecProgram} "$(DescProgram)"
  !insertmacro MUI_DESCRIPTION_TEXT ${UnSecErase} "$(DescErase)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  !insertmacro StopIfRunning
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ERASE" $R1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${UnSecErase}
  ${EndIf}
  ClearErrors
FunctionEnd

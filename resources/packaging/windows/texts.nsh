; Everything that setup and uninstaller say, in both languages.

LangString AppName ${LANG_SIMPCHINESE} "客服透视"
LangString AppName ${LANG_ENGLISH}     "Tallyboard"

LangString Welcome ${LANG_SIMPCHINESE} "客服透视把客服表格变成一目了然的图表和周报。$\r$\n$\r$\n只为当前用户安装，不需要管理员权限。表格和数据都留在这台电脑上。$\r$\n$\r$\n$_CLICK"
LangString Welcome ${LANG_ENGLISH}     "Tallyboard turns customer-service sheets into charts and weekly reports.$\r$\n$\r$\nIt is installed for you alone and needs no administrator. Your sheets and data stay on this computer.$\r$\n$\r$\n$_CLICK"

LangString SecMain ${LANG_SIMPCHINESE} "程序（必需）"
LangString SecMain ${LANG_ENGLISH}     "Program (required)"
LangString DescMain ${LANG_SIMPCHINESE} "程序文件和开始菜单里的快捷方式。"
LangString DescMain ${LANG_ENGLISH}     "The program and its shortcut in the Start menu."

LangString SecDesktop ${LANG_SIMPCHINESE} "桌面快捷方式"
LangString SecDesktop ${LANG_ENGLISH}     "Desktop shortcut"
LangString DescDesktop ${LANG_SIMPCHINESE} "在桌面上放一个图标。"
LangString DescDesktop ${LANG_ENGLISH}     "An icon on the desktop."

LangString SecOpenWith ${LANG_SIMPCHINESE} "右键“打开方式”"
LangString SecOpenWith ${LANG_ENGLISH}     "'Open with' entry"
LangString DescOpenWith ${LANG_SIMPCHINESE} "右键点击表格文件时，可以选择用客服透视打开。双击仍由 Excel 或 WPS 打开。"
LangString DescOpenWith ${LANG_ENGLISH}     "Right-click a sheet to open it here. A double click still opens it in Excel or WPS."

LangString SecProgram ${LANG_SIMPCHINESE} "程序"
LangString SecProgram ${LANG_ENGLISH}     "Program"
LangString DescProgram ${LANG_SIMPCHINESE} "程序文件和快捷方式。"
LangString DescProgram ${LANG_ENGLISH}     "The program and its shortcuts."

LangString SecErase ${LANG_SIMPCHINESE} "同时清除我的数据"
LangString SecErase ${LANG_ENGLISH}     "Erase my data too"
LangString DescErase ${LANG_SIMPCHINESE} "清除程序保存的记录、视图和设置，不能恢复。您自己的表格文件不受影响。"
LangString DescErase ${LANG_ENGLISH}     "Erases the logs, views and settings that the program keeps, for good. Your own sheets are not touched."

LangString TooOld ${LANG_SIMPCHINESE} "客服透视需要 64 位的 Windows 10 或更高版本。"
LangString TooOld ${LANG_ENGLISH}     "Tallyboard needs 64-bit Windows 10 or later."

LangString Running ${LANG_SIMPCHINESE} "客服透视正在运行。请先关闭它，再点“重试”。"
LangString Running ${LANG_ENGLISH}     "Tallyboard is running. Close it, then click Retry."

; Links: the installer registers parley:// (learn.microsoft.com, "Registering an Application to a URI Scheme"), the uninstaller takes it away.
; The values are what Electron writes (app.setAsDefaultProtocolClient), so that the program finds its own entry.

!macro customInstall
  ; An update leaves the links to a program that has taken them since.
  ReadRegStr $0 SHELL_CONTEXT "Software\Classes\parley\shell\open\command" ""
  ${if} $0 == ""
  ${orIfNot} ${isUpdated}
    WriteRegStr SHELL_CONTEXT "Software\Classes\parley" "" "URL:parley"
    WriteRegStr SHELL_CONTEXT "Software\Classes\parley" "URL Protocol" ""
    WriteRegStr SHELL_CONTEXT "Software\Classes\parley\DefaultIcon" "" '"$appExe",0'
    WriteRegStr SHELL_CONTEXT "Software\Classes\parley\shell\open\command" "" '"$appExe" "%1"'
  ${endIf}
!macroend

; Another program keeps links that it has taken over.
!macro removeLinks ROOT
  ReadRegStr $0 ${ROOT} "Software\Classes\parley\shell\open\command" ""
  ${if} $0 == '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
    DeleteRegKey ${ROOT} "Software\Classes\parley"
  ${endIf}
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    !insertmacro removeLinks SHELL_CONTEXT
    ; The program itself writes there, for the person who uses it, whoever it is installed for.
    !insertmacro removeLinks HKEY_CURRENT_USER
    ; Nor does the start at login outlive it, which Electron names by the program's id (app.setLoginItemSettings).
    DeleteRegValue HKEY_CURRENT_USER "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKEY_CURRENT_USER "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
  ${endIf}
!macroend

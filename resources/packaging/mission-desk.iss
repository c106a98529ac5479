; Windows installer (Inno Setup 6), made from the folder app:
;   py run.py build
;   iscc resources\packaging\mission-desk.iss
; It needs no administrator: the program and the file type go to the person who installs it.

#define Version "0.1.0"

[Setup]
AppId={{2C7B58F1-6D0B-4E0C-9C3E-4D44534B0001}
AppName=Mission Desk
AppVersion={#Version}
AppPublisher=Mission Desk contributors
DefaultDirName={autopf}\Mission Desk
DefaultGroupName=Mission Desk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ChangesAssociations=yes
ArchitecturesInstallIn64BitMode=x64compatible
SourceDir=..\..
LicenseFile=LICENSE
OutputDir=dist
OutputBaseFilename=MissionDesk-{#Version}-setup
UninstallDisplayIcon={app}\MissionDesk.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.FileType=Mission Desk workshop
de.FileType=Mission-Desk-Workshop

[Files]
Source: "dist\MissionDesk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{group}\Mission Desk"; Filename: "{app}\MissionDesk.exe"
Name: "{autodesktop}\Mission Desk"; Filename: "{app}\MissionDesk.exe"; Tasks: desktopicon

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Registry]
Root: HKA; Subkey: "Software\Classes\.mission\OpenWithProgids"; ValueType: string; ValueName: "MissionDesk.Workshop"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\MissionDesk.Workshop"; ValueType: string; ValueData: "{cm:FileType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\MissionDesk.Workshop\DefaultIcon"; ValueType: string; ValueData: "{app}\MissionDesk.exe,0"
Root: HKA; Subkey: "Software\Classes\MissionDesk.Workshop\shell\open\command"; ValueType: string; ValueData: """{app}\MissionDesk.exe"" ""%1"""

[Run]
Filename: "{app}\MissionDesk.exe"; Description: "{cm:LaunchProgram,Mission Desk}"; Flags: nowait postinstall skipifsilent

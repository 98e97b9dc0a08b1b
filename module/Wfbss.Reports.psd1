@{
    RootModule           = 'Wfbss.Reports.psm1'
    ModuleVersion        = '0.0.0'
    GUID                 = '6f2d0e0f-7d3c-4d0b-9a53-1f6b8f6c5a21'
    Author               = 'The Wfbss.Reports contributors'
    CompanyName          = 'Community'
    Copyright            = 'Copyright (c) 2026 The Wfbss.Reports contributors. MIT license.'
    Description          = 'Creates and looks after scheduled security reports for all customers that a managed-service provider has in Trend Micro Worry-Free Business Security Services (WFBS-SVC). Each customer that goes in comes out exactly once, with the truth about what happened to it. An independent community project, not affiliated with or endorsed by Trend Micro. Trend Micro and Worry-Free are trademarks or registered trademarks of Trend Micro Incorporated.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FormatsToProcess     = @('Wfbss.Reports.Format.ps1xml')
    TypesToProcess       = @('Wfbss.Reports.Types.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Compare-WfbssScheduledReport'
        'Connect-Wfbss'
        'Disconnect-Wfbss'
        'Export-WfbssReportDefinition'
        'Export-WfbssReportOverview'
        'Get-WfbssCustomer'
        'Get-WfbssCustomerGroup'
        'Get-WfbssJournal'
        'Get-WfbssReportContent'
        'Get-WfbssScheduledReport'
        'Get-WfbssSession'
        'Import-WfbssReportDefinition'
        'Invoke-WfbssRequest'
        'New-WfbssReportContent'
        'New-WfbssReportDefinition'
        'New-WfbssScheduledReport'
        'Remove-WfbssScheduledReport'
        'Set-WfbssScheduledReport'
        'Sync-WfbssScheduledReport'
        'Test-WfbssReportDefinition'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('TrendMicro', 'WFBS', 'WFBSS', 'WorryFree', 'Reports', 'MSP', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'From Directory.Build.props'
            ReleaseNotes = 'From CHANGELOG.md'
        }
    }
}

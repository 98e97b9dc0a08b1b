using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Wfbss.Reports.BrowserTests.Support;

/// <summary>Finds a real Chromium with its driver, and starts it without a window.</summary>
internal static class Chromium
{
    private static readonly string[] BrowserNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--window-size=1280,900",
    ];

    /// <summary>Starts a browser; skips the test where there is none.</summary>
    /// <param name="profile">A new, empty folder.</param>
    public static ChromeDriver Start(string profile)
    {
        var browser = BrowserNames.Select(Programs.OnPath).FirstOrDefault(path => path is not null);
        var driver = Programs.OnPath("chromedriver");
        Assert.SkipWhen(browser is null || driver is null, "There is no Chromium with its chromedriver on PATH (Debian: chromium, chromium-driver).");

        var options = new ChromeOptions { BinaryLocation = browser, UnhandledPromptBehavior = UnhandledPromptBehavior.Ignore };
        options.AddArguments(Quiet);
        options.AddArgument("--user-data-dir=" + profile);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference("performance", LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver), Path.GetFileName(driver));
        service.SuppressInitialDiagnosticInformation = true;
        return new ChromeDriver(service, options, TimeSpan.FromMinutes(2));
    }
}

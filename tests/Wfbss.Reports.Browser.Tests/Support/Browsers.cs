using System.Collections.Concurrent;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using Wfbss.Reports.BrowserTests.Support;

[assembly: AssemblyFixture(typeof(Browsers))]

namespace Wfbss.Reports.BrowserTests.Support;

/// <summary>
/// The browsers of all tests. To start one takes longer than most tests, so one that is done with goes to the next test;
/// each test has a tab of its own in it. All end with the last test.
/// </summary>
public sealed class Browsers : IDisposable
{
    private static readonly ConcurrentBag<(ChromeDriver Driver, TemporaryFolder Profile)> Free = [];
    private static readonly ConcurrentDictionary<ChromeDriver, TemporaryFolder> Lent = [];

    /// <summary>Gives a browser that nobody else has, with a new tab in front; skips the test where there is none.</summary>
    internal static ChromeDriver Lend()
    {
        if (!Free.TryTake(out var browser))
        {
            var profile = new TemporaryFolder();
            try
            {
                browser = (Chromium.Start(profile.Path), profile);
            }
            catch
            {
                profile.Dispose();
                throw;
            }
        }

        Lent[browser.Driver] = browser.Profile;
        browser.Driver.SwitchTo().NewWindow(WindowType.Tab);
        ForgetLogs(browser.Driver);
        return browser.Driver;
    }

    /// <summary>Takes a browser back. One that cannot be tidied up, because a dialog is open in it, is ended.</summary>
    internal static void TakeBack(ChromeDriver driver)
    {
        Lent.Remove(driver, out var profile);
        try
        {
            driver.Close();
            driver.SwitchTo().Window(driver.WindowHandles[0]);
            Free.Add((driver, profile!));
        }
        catch (WebDriverException)
        {
            End(driver, profile!);
        }
    }

    /// <summary>Ends all browsers.</summary>
    public void Dispose()
    {
        while (Free.TryTake(out var browser))
        {
            End(browser.Driver, browser.Profile);
        }

        foreach (var (driver, profile) in Lent)
        {
            End(driver, profile);
        }
    }

    private static void ForgetLogs(ChromeDriver driver)
    {
        driver.Manage().Logs.GetLog(LogType.Browser);
        driver.Manage().Logs.GetLog("performance");
    }

    private static void End(ChromeDriver driver, TemporaryFolder profile)
    {
        driver.Dispose();
        profile.Dispose();
    }
}

using System.Collections.ObjectModel;
using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;
using Wfbss.Reports.Overview;

namespace Wfbss.Reports.BrowserTests.Support;

/// <summary>An overview in a tab of its own, opened from a file as a reader opens it.</summary>
internal sealed class OpenPage : IDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly ChromeDriver _browser;

    private OpenPage(TemporaryFolder folder, ChromeDriver browser)
    {
        _folder = folder;
        _browser = browser;
    }

    /// <summary>The customers of the rows that are shown, from top to bottom.</summary>
    public string[] Customers => Column(1);

    public string Status => One("#status").Text;

    public IWebElement Filter => One("#filter");

    public static OpenPage Of(OverviewSource source, int width = 1280) => Open(source, width, _ => { });

    public static OpenPage OfWithoutScript(OverviewSource source) => Open(
        source,
        1280,
        browser => browser.ExecuteCdpCommand("Emulation.setScriptExecutionDisabled", new Dictionary<string, object?> { ["value"] = true }));

    private static OpenPage Open(OverviewSource source, int width, Action<ChromeDriver> prepare)
    {
        var page = new OpenPage(new TemporaryFolder(), Browsers.Lend());
        try
        {
            var file = page._folder.Write("overview.html", SampleOverviews.Page(source));
            page.Resize(width);
            prepare(page._browser);
            page._browser.Navigate().GoToUrl(new Uri(file));
            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    public IWebElement One(string selector) => _browser.FindElement(By.CssSelector(selector));

    public ReadOnlyCollection<IWebElement> All(string selector) => _browser.FindElements(By.CssSelector(selector));

    /// <summary>The first line of each shown cell of a column of the big table.</summary>
    /// <param name="number">The column, from 1.</param>
    public string[] Column(int number) => [.. Run<ReadOnlyCollection<object>>(
        $"return [...document.querySelectorAll('.reports tbody tr:not([hidden])')].map(row => (row.cells[{number - 1}].querySelector('bdi') || row.cells[{number - 1}]).textContent.trim())")
        .Cast<string>()];

    /// <summary>The heading of a column of the big table.</summary>
    public IWebElement Header(int number) => One($".reports thead th:nth-child({number})");

    public T Run<T>(string script) => (T)_browser.ExecuteScript(script)!;

    /// <summary>Presses keys where the focus is.</summary>
    public void Press(params string[] keys)
    {
        var actions = new Actions(_browser);
        foreach (var key in keys)
        {
            actions.SendKeys(key);
        }

        actions.Perform();
    }

    /// <summary>Clicks on an element where it is not below the controls, which stay on top.</summary>
    public void Click(IWebElement element)
    {
        _browser.ExecuteScript("arguments[0].scrollIntoView({ block: 'center' })", element);
        element.Click();
    }

    /// <summary>Lets everything that waits for the next picture happen.</summary>
    public void Settle() => _browser.ExecuteAsyncScript(
        "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");

    public void Type(string text)
    {
        Filter.SendKeys(Keys.Control + "a" + Keys.Null + Keys.Delete + text);
        Settle();
    }

    /// <summary>Shows the page as it goes to paper, or on the screen again.</summary>
    public void Emulate(string medium, string scheme = "light") => _browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
    {
        ["media"] = medium,
        ["features"] = new object[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme } },
    });

    /// <summary>What the browser had to complain about.</summary>
    public string[] Complaints() => [.. _browser.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>The addresses that the page has asked for.</summary>
    public string[] Requests() =>
    [
        .. _browser.Manage().Logs.GetLog("performance")
            .Select(entry => JsonDocument.Parse(entry.Message).RootElement.GetProperty("message"))
            .Where(message => message.GetProperty("method").GetString() == "Network.requestWillBeSent")
            .Select(message => message.GetProperty("params"))
            // The browser's own first page asks for its parts, too.
            .Where(request => request.GetProperty("documentURL").GetString() == _browser.Url.Split('#')[0])
            .Select(request => request.GetProperty("request").GetProperty("url").GetString()!),
    ];

    /// <summary>Whether a dialog is open.</summary>
    public bool HasDialog()
    {
        try
        {
            _browser.SwitchTo().Alert();
            return true;
        }
        catch (NoAlertPresentException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Browsers.TakeBack(_browser);
        _folder.Dispose();
    }

    // The window's own frame has a least width, so the page's width is set as on a device.
    private void Resize(int width) => _browser.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?>
    {
        ["width"] = width,
        ["height"] = 900,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = false,
    });
}

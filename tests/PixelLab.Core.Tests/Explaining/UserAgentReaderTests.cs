using CsCheck;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Tests.Explaining;

public sealed class UserAgentReaderTests
{
    [Theory]
    [InlineData(BrowserHeads.ChromiumAgent, "Chrome 156 on Linux")]
    [InlineData(BrowserHeads.FirefoxAgent, "Firefox 153 on Linux")]
    [InlineData(BrowserHeads.SafariAgent, "Safari 26 on macOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36", "Chrome 156 on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0", "Edge 156 on Windows 10 or 11")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0", "Firefox 153 on Windows 10 or 11")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) Gecko/20100101 Firefox/153.0", "Firefox 153 on macOS")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36", "Chrome 156 on Android")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UD1A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.144 Mobile Safari/537.36", "Chrome 120 on Android 14 (Pixel 8)")]
    [InlineData("Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0", "Firefox 153 on Android 15")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1", "Safari 26 on iOS (iPhone)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari 17 on iOS 17.5 (iPhone)")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36", "Chrome 156 on Chrome OS")]
    [InlineData("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", "Gmail’s image proxy")]
    [InlineData("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", "Yahoo Mail’s image proxy")]
    [InlineData("Mozilla/5.0", "Apple Mail’s image proxy")]
    [InlineData("curl/8.9.1", "curl 8")]
    [InlineData("", null)]
    [InlineData("nothing anybody knows", null)]
    public void A_text_is_read_in_a_few_words(string text, string? words) => Assert.Equal(words, UserAgentReader.Read(text).InWords(Language.English));

    [Theory]
    [InlineData(BrowserHeads.SafariAgent)]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0")]
    public void What_a_browser_keeps_back_is_said(string text) => Assert.NotNull(UserAgentReader.Read(text).HiddenInWords(Language.English));

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true)]
    [InlineData("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", false)]
    [InlineData(BrowserHeads.ChromiumAgent, false)]
    [InlineData("K-9 Mail/5.600", false)]
    [InlineData("Evolution/3.52.3", false)]
    [InlineData("Mailbird/2.9.0.0", false)]
    [InlineData("MailChimp-crawler/1.0", true)]
    public void A_robot_is_told_from_a_person(string text, bool isBot) => Assert.Equal(isBot, UserAgentReader.Read(text).IsBot);

    [Fact]
    public void Whatever_the_text_is_reading_it_does_not_fail() =>
        Gen.String[0, 700].Sample(text => Assert.NotNull(UserAgentReader.Read("Mozilla/5.0 (Linux; Android " + text)), iter: 300);

    [Fact]
    public void A_text_made_to_be_slow_is_read_in_bounded_time()
    {
        var start = TimeProvider.System.GetTimestamp();
        foreach (var seed in new[] { "; ", "Android ", "(((", "Mozilla/5.0 (", "a;b/1.2 ", "iPhone " })
        {
            UserAgentReader.Read(string.Concat(Enumerable.Repeat(seed, 60_000)));
        }

        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
    }
}

using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Core.Tests.Explaining.Accounts;

public sealed class DefenceReaderTests
{
    [Fact]
    public void Images_off_stops_pictures_alone()
    {
        Assert.Equal(DefenceEffect.Stops, Of(Defence.ImagesOff, BuiltHit.OfMetrics("en=page_view")));
        Assert.Equal(DefenceEffect.None, Of(Defence.ImagesOff, As("empty")));
        Assert.Equal(DefenceEffect.None, Of(Defence.ImagesOff, As("iframe")));
        Assert.Equal(DefenceEffect.None, Of(Defence.ImagesOff, BuiltHit.Of("metrics", "/px/a.gif", [.. BrowserHeads.Chromium, "Ping-To: http://shop.localhost/"])));
    }

    [Fact]
    public void Scripts_off_stops_scripts_and_not_pings()
    {
        Assert.Equal(DefenceEffect.None, Of(Defence.ScriptsOff, BuiltHit.OfMetrics("en=page_view")));
        Assert.Equal(DefenceEffect.Less, Of(Defence.ScriptsOff, BuiltHit.OfMetrics("en=page_view&sr=800x600")));
        Assert.Equal(DefenceEffect.Stops, Of(Defence.ScriptsOff, As("empty")));
        Assert.Equal(DefenceEffect.None, Of(Defence.ScriptsOff, BuiltHit.Of("metrics", "/px/a.gif", [.. BrowserHeads.Chromium, "Ping-To: http://shop.localhost/"])));
    }

    [Fact]
    public void A_blocker_knows_companies_and_no_disguise_and_leaves_followed_links_alone()
    {
        Assert.Equal(DefenceEffect.Stops, Of(Defence.Blocker, BuiltHit.OfMetrics("en=page_view")));
        Assert.Equal(DefenceEffect.None, Of(Defence.Blocker, BuiltHit.Of("metrics", "/px/a.gif", "Host: stats.shop.localhost", "Sec-Fetch-Site: same-site", $"User-Agent: {BrowserHeads.FirefoxAgent}")));
        Assert.Equal(DefenceEffect.None, Of(Defence.Blocker, As("document")));
    }

    [Fact]
    public void What_a_mail_service_fetches_no_browser_stops()
    {
        var relay = BuiltHit.Of("postbox", "/o/m1.gif", "User-Agent: Mozilla/5.0");

        Assert.Equal(DefenceEffect.None, Of(Defence.Blocker, relay));
        Assert.Equal(DefenceEffect.Stops, Of(Defence.MailImagesOff, relay));
        Assert.Equal(DefenceEffect.Stops, Of(Defence.PixelsRemoved, relay));
    }

    [Fact]
    public void A_mail_program_stops_a_letters_pixel_and_a_mail_service_tells_less_with_it()
    {
        var open = BuiltHit.Of("postbox", "/o/m1.gif", BrowserHeads.Chromium);

        Assert.Equal(DefenceEffect.Stops, Of(Defence.MailImagesOff, open));
        Assert.Equal(DefenceEffect.Stops, Of(Defence.PixelsRemoved, open));
        Assert.Equal(DefenceEffect.Less, Of(Defence.MailProxy, open));
        Assert.DoesNotContain(
            DefenceReader.Of(BuiltHit.OfMetrics("en=page_view"), FetchReader.Of(BuiltHit.OfMetrics("en=page_view"))),
            one => one.Defence is Defence.MailImagesOff or Defence.MailProxy or Defence.PixelsRemoved);
    }

    [Fact]
    public void Nothing_of_somebodys_stops_a_robot() =>
        Assert.Empty(DefenceReader.Of(BuiltHit.OfMetrics("en=page_view", ["User-Agent: Googlebot/2.1"]), FetchReader.Of(BuiltHit.OfMetrics("en=page_view", ["User-Agent: Googlebot/2.1"]))));

    private static Hit As(string destination) =>
        BuiltHit.OfMetrics("en=click", [.. BrowserHeads.Chromium.Where(line => !line.StartsWith("Sec-Fetch-Dest", StringComparison.Ordinal)), $"Sec-Fetch-Dest: {destination}"]);

    private static DefenceEffect Of(Defence defence, Hit hit) => DefenceReader.Of(hit, FetchReader.Of(hit)).Single(one => one.Defence == defence).Effect;
}

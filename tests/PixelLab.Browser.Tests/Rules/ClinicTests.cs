namespace PixelLab.Browser.Tests.Rules;

public sealed class ClinicTests(SharedLab lab, Browsers browsers) : RulesTest(lab, browsers)
{
    [Fact]
    public async Task A_walk_through_the_clinic_shows_what_page_addresses_alone_tell_of_the_invented_patient()
    {
        await OpenAsync();
        await GoAsync("clinic");
        await Expect(Page.GetByText("Nothing here is about you.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "When everything feels grey" }).ClickAsync();
        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Make an appointment" }).ClickAsync();
        await Button("Fill in the invented patient").ClickAsync();
        await Expect(Page.GetByLabel("Name")).ToHaveValueAsync("Salma Brandt");
        await Expect(Page.GetByLabel("Name")).Not.ToBeEditableAsync();
        await Button("Ask for this appointment").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "See you on Monday" })).ToBeVisibleAsync();
        await HitOfAsync("adnet", hit => PageOf(hit).StartsWith("/appointment/confirmed?topic=low-mood", StringComparison.Ordinal));
        await HitOfAsync("metrics", hit => PageOf(hit).StartsWith("/appointment/confirmed", StringComparison.Ordinal));

        await Page.GetByRole(AriaRole.Link, new() { Name = "what the trackers could infer from it" }).ClickAsync();

        await Expect(Section("AdNet")).ToContainTextAsync("Salma has an appointment");
        await Expect(Page.GetByText("It says nothing about you")).ToBeVisibleAsync();
        await Section("AdNet").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(Page.Locator("hit-detail .sentence")).ToBeVisibleAsync();
    }
}

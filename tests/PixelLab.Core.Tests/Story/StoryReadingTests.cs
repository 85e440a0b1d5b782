using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;
using PixelLab.Core.Story;
using PixelLab.Core.Tests.Ads;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Story;

public sealed class StoryReadingTests
{
    private const string Number = "anid=1763.000001.aaaaaaaa";

    private readonly AdTown _town = new();
    private readonly List<LabEvent> _events = [];

    [Fact]
    public void Nothing_is_told_before_it_begins_and_after_it_is_left()
    {
        _events.Add(_town.Looks(3, Number));
        Assert.Null(Said(StoryPlace.Shop));
        Turn(StoryRounds.Walk);
        Assert.NotNull(Said(StoryPlace.Shop));
        Turn("");
        Assert.Null(Said(StoryPlace.Shop));
    }

    [Fact]
    public void What_the_network_heard_before_the_story_is_no_part_of_it()
    {
        _events.Add(_town.Looks(3, Number));
        Turn(StoryRounds.Walk);
        Assert.Equal((null, 0), (State.Told, State.Notes));
        Assert.False(Said(StoryPlace.Shop)!.IsTold);
    }

    [Fact]
    public void The_shop_says_what_was_told_and_by_which_request()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, Number));
        var beat = Said(StoryPlace.Shop)!;
        Assert.Equal("AdNet was told: you looked at Trail Runner 2. A picture that nobody can see told it: a tracking pixel.", beat.Says);
        Assert.Equal(2, beat.Hit);
        Assert.Equal(StoryStep.News, beat.Next);
    }

    [Fact]
    public void A_robot_that_looks_at_the_shoe_moves_nothing()
    {
        Turn(StoryRounds.Walk);
        var hit = _town.Looks(3, null);
        _events.Add(hit with { Request = hit.Request with { Head = hit.Request.Head.Replace("GET ", "HEAD ", StringComparison.Ordinal) } });
        Assert.Equal((null, 0), (State.Told, State.Notes));
    }

    [Fact]
    public void The_shoe_that_came_along_to_the_newspaper_is_said_to_be_the_networks_doing()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, Number));
        Serve(AdReasons.Retargeting, "1763.000001.aaaaaaaa", product: "3");
        Assert.True(State.HasFollowed);
        Assert.StartsWith("The newspaper knows nothing of shoes.", Said(StoryPlace.News)!.Says, StringComparison.Ordinal);

        // The page's other place for an ad changes nothing of that.
        Serve(AdReasons.House, "1763.000001.aaaaaaaa");
        Assert.True(State.HasFollowed);
    }

    [Theory]
    [InlineData(null, "the number that it gave your browser did not come along.", "no number")]
    [InlineData("1763.000002.bbbbbbbb", "your browser has another number for it here.", "…bbbb")]
    public void A_browser_that_kept_the_number_back_is_said_to_have_done_so_and_both_numbers_are_shown(string? visitor, string unsure, string number)
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, Number));
        Serve(AdReasons.House, visitor);
        Assert.StartsWith("Your browser kept AdNet from following you here.", Said(StoryPlace.News)!.Says, StringComparison.Ordinal);
        var why = Said(StoryPlace.Why)!;
        Assert.EndsWith(unsure, why.Says, StringComparison.Ordinal);
        Assert.Equal(StoryStep.Letter, why.Next);
        var notes = StoryNotes.Of(State, Language.English);
        Assert.Equal(("…aaaa", number), (notes.Shop[0].Value, notes.News[0].Value));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.7", false)]
    public void Of_two_notes_that_cannot_be_joined_it_says_what_is_the_same_in_both_and_no_more(string address, bool isSame)
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, null).From("127.0.0.1"));
        _events.Add(_town.Hits(AdnetPaths.Slot, null, site: "news").From(address));
        _events.Add(_town.Serves("a", AdCampaigns.House[0], null, because: [3]) with { Site = "news", Reason = AdReasons.House, Slot = StoryReading.Slot });
        _events.Add(_town.Hits(AdnetPaths.Slot, Number, site: "news").From("10.0.0.8"));
        Assert.Equal(isSame, Said(StoryPlace.Why)!.Says.EndsWith("But it saw the same internet address and the same browser both times.", StringComparison.Ordinal));
        var notes = StoryNotes.Of(State, Language.English);
        Assert.Equal(isSame, notes.Both.Any(note => note.Value == "127.0.0.1"));
        Assert.Contains(notes.Shop, note => note.Value == "“A shoe”");
        Assert.DoesNotContain(notes.News, note => note.Value == "“A shoe”");
    }

    [Fact]
    public void A_letter_is_told_of_where_the_number_did_not_come_along_and_whose_it_is_with_it()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, null));
        Serve(AdReasons.House, null);
        Assert.False(Said(StoryPlace.Letter)!.IsTold);
        _events.Add(new MailSent { At = _town.Now, Mail = "abc", Campaign = "sale", Subject = "Shoes", Person = Personas.All[0].Key });
        _events.Add(BuiltHit.Of("postbox", "/o/abc.gif", BrowserHeads.Chromium) with { At = _town.Now });
        var beat = Said(StoryPlace.Letter)!;
        Assert.StartsWith($"Postbox was told: {Personas.All[0].FirstName} opened this letter", beat.Says, StringComparison.Ordinal);
        Assert.Equal((5, StoryStep.End), (beat.Hit, beat.Next));
    }

    [Fact]
    public void Where_the_shoe_came_along_no_letter_is_needed()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, Number));
        Serve(AdReasons.Retargeting, "1763.000001.aaaaaaaa", product: "3");
        Assert.Equal(StoryStep.End, Said(StoryPlace.Why)!.Next);
        Assert.Null(Said(StoryPlace.Letter));
    }

    [Fact]
    public void An_ad_that_makes_way_for_another_is_not_laid_to_the_browser()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, Number));
        Serve(AdReasons.House, "1763.000001.aaaaaaaa");
        Assert.Contains("chose something else this time", Said(StoryPlace.News)!.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("could not join", Said(StoryPlace.Why)!.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_about_the_ad_that_it_leads_to_and_not_about_another_of_the_page_but_where_that_has_the_shoe()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, Number));
        Serve(AdReasons.House, null);
        Serve(AdReasons.Context, null, slot: "article-end");
        Assert.Equal(AdReasons.House, State.Ad!.Reason);
        Serve(AdReasons.Retargeting, "1763.000001.aaaaaaaa", product: "3", slot: "article-end");
        Assert.True(State.HasFollowed);
    }

    [Fact]
    public void On_other_pages_it_says_where_it_goes_on_until_it_is_over()
    {
        Turn(StoryRounds.Walk);
        Assert.Equal(StoryStep.Shoe, Said(StoryPlace.Elsewhere)!.Next);
        _events.Add(_town.Looks(3, Number));
        Assert.Equal(StoryStep.News, Said(StoryPlace.Elsewhere)!.Next);
        Serve(AdReasons.House, null);
        Assert.Null(Said(StoryPlace.Elsewhere));
    }

    [Fact]
    public void At_the_newspaper_without_a_shoe_the_way_leads_back_to_it()
    {
        Turn(StoryRounds.Walk);
        Serve(AdReasons.House, null);
        Assert.Equal(StoryStep.Shoe, Said(StoryPlace.News)!.Next);
    }

    [Fact]
    public void With_the_blocker_the_same_walk_tells_nothing_and_is_set_beside_the_first()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, Number));
        Serve(AdReasons.Retargeting, "1763.000001.aaaaaaaa", product: "3");
        Switch(SettingNames.Blocker, "on");
        Turn(StoryRounds.Stopped);
        Miss("shop", VendorEvents.ViewItem);
        Assert.StartsWith("AdNet was told nothing: the blocker", Said(StoryPlace.Shop)!.Says, StringComparison.Ordinal);
        Miss("news", VendorEvents.AdRequest);
        Assert.Equal(StoryStep.End, Said(StoryPlace.News)!.Next);
        Assert.Equal((0, 1, true), (State.Notes, State.Before!.Notes, State.Before.HasFollowed));
        Assert.True(State.HasTurnedBlocker);
    }

    [Fact]
    public void A_blocker_that_was_on_before_is_not_taken_for_the_storys_own()
    {
        Switch(SettingNames.Blocker, "on");
        _town.Later(TimeSpan.FromMinutes(1));
        Turn(StoryRounds.Walk);
        Turn(StoryRounds.Stopped);
        Assert.False(State.HasTurnedBlocker);
    }

    [Fact]
    public void The_blocker_stays_the_storys_own_however_often_it_is_told_until_it_is_turned_off()
    {
        Switch(SettingNames.Blocker, "on");
        Turn(StoryRounds.Stopped);
        _town.Later(TimeSpan.FromMinutes(1));
        Turn(StoryRounds.Stopped);
        Assert.True(State.HasTurnedBlocker);
        Switch(SettingNames.Blocker, "");
        Assert.False(State.HasTurnedBlocker);
    }

    [Theory]
    [InlineData(MissingReason.NotScrolledTo)]
    [InlineData(MissingReason.NotLookedAt)]
    public void A_pixel_that_still_waits_is_not_said_to_be_stopped(MissingReason reason)
    {
        Turn(StoryRounds.Walk);
        Miss("shop", VendorEvents.ViewItem, reason);
        Assert.False(Said(StoryPlace.Shop)!.IsTold);
    }

    [Fact]
    public void Another_pixel_of_the_shop_that_did_not_come_says_nothing_of_the_shoe()
    {
        Turn(StoryRounds.Walk);
        Miss("shop", VendorEvents.PageView);
        Assert.False(Said(StoryPlace.Shop)!.IsTold);
    }

    [Fact]
    public void Another_product_is_no_shoe()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(5, Number));
        Serve(AdReasons.Retargeting, "1763.000001.aaaaaaaa", product: "5");
        Assert.Null(State.Told);
        Assert.DoesNotContain("put them here", Said(StoryPlace.News)!.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_without_an_ad_does_not_hide_that_another_of_the_page_has_one()
    {
        Turn(StoryRounds.Walk);
        _events.Add(_town.Looks(3, Number));
        Serve(AdReasons.House, null);
        Miss("news", VendorEvents.AdRequest, MissingReason.Blocked, "page.2");
        Assert.Equal(StoryStep.Why, Said(StoryPlace.News)!.Next);
    }

    [Fact]
    public void Who_has_not_agreed_is_told_so()
    {
        Turn(StoryRounds.Walk);
        Miss("shop", VendorEvents.ViewItem, MissingReason.RefusedConsent);
        Assert.Contains("you have not agreed", Said(StoryPlace.Shop)!.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_in_step_goes_no_further_than_it_is_led_and_what_it_did_goes_along()
    {
        Turn("led-shoe");
        _events.Add(_town.Looks(3, Number));
        Assert.Equal((true, "Wait: your class goes on together."), (Said(StoryPlace.Shop)!.Waits, Said(StoryPlace.Shop)!.Way(StoryRound.Walk, Language.English)));
        Turn("led-news");
        Assert.Equal((false, "Now read the news"), (Said(StoryPlace.Shop)!.Waits, Said(StoryPlace.Shop)!.Way(StoryRound.Walk, Language.English)));
        Serve(AdReasons.Retargeting, "1763.000001.aaaaaaaa", product: "3");
        Assert.Equal((true, true), (State.HasFollowed, Said(StoryPlace.News)!.Waits));
    }

    [Fact]
    public void Who_comes_late_to_a_class_in_step_may_first_do_what_the_others_have_done()
    {
        Turn("led-why");
        Serve(AdReasons.House, null);
        var beat = Said(StoryPlace.News)!;
        Assert.Equal((StoryStep.Shoe, false), (beat.Next, beat.Waits));
    }

    [Fact]
    public void A_class_that_begins_anew_begins_with_nothing_told()
    {
        Turn("led-shoe");
        _events.Add(_town.Looks(3, Number));
        Turn("led-why");
        Turn("led-shoe");
        Assert.Equal((StoryStep.Shoe, null, 0), (State.Led, State.Told, State.Notes));
    }

    private StoryState State => new StoryReading().AddAll(_events.Select((one, place) => one with { Id = place + 1 })).State;

    private StoryBeat? Said(StoryPlace place) => StoryBeat.Of(State, place, Language.English);

    private void Turn(string round) => Switch(SettingNames.Story, round);

    private void Switch(string name, string value) => _events.Add(new SettingChanged { At = _town.Now, Name = name, Value = value });

    private void Miss(string site, string what, MissingReason reason = MissingReason.BlockedByRule, string plant = "other.1") => _events.Add(new PixelMissing
    {
        At = _town.Now,
        Plant = plant,
        Site = site,
        Page = "/",
        Vendor = AdnetWire.VendorName,
        Event = what,
        Reason = reason,
        Witness = MissingWitness.Lab,
    });

    private void Serve(string reason, string? visitor, string? product = null, string slot = StoryReading.Slot) =>
        _events.Add(_town.Serves("a", AdCampaigns.House[0], visitor, because: [1]) with { Site = "news", Reason = reason, Product = product, Slot = slot });
}

using System.Globalization;
using PixelLab.Core.Town;
using PixelLab.Core.Town.Mail;

namespace PixelLab.Core.Population;

/// <summary>Plans a simulated day: who does what, when and from where. Nothing here depends on what trackers can see.</summary>
public static class DayPlanner
{
    /// <summary>The first day of every simulation, a Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    private const int MailEvery = 3;
    private const int StepsADay = 1000;
    private const int MailThrows = 9_999;

    /// <summary>The share of those who leave the cart that had gone on to the till.</summary>
    private const double GoesToTill = 0.4;

    /// <summary>The steps of a day in the order of their time.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="people">Its people.</param>
    /// <param name="day">The day, from 0.</param>
    public static IReadOnlyList<Step> Plan(PopulationPlan plan, IReadOnlyList<Inhabitant> people, int day)
    {
        var steps = new List<Step>(people.Count * 5);
        foreach (var person in people)
        {
            var before = steps.Count;
            PlanVisits(plan, person, day, steps);
            PlanMail(plan, person, day, steps);
            for (var place = before; place < steps.Count; place++)
            {
                steps[place] = steps[place] with { Order = ((long)person.Number * StepsADay) + place - before };
            }
        }

        steps.Sort((one, other) => one.At != other.At ? one.At.CompareTo(other.At) : one.Order.CompareTo(other.Order));
        return steps;
    }

    private static void PlanVisits(PopulationPlan plan, Inhabitant person, int day, List<Step> steps)
    {
        var dice = new Dice(plan.Seed, person.Number, day);
        var visits = (int)person.VisitsPerDay + (dice.Happens(person.VisitsPerDay % 1) ? 1 : 0);
        for (var visit = 1; visit <= visits; visit++)
        {
            PlanVisit(plan, person, day, new Dice(plan.Seed, person.Number, day, visit), steps);
        }
    }

    private static void PlanVisit(PopulationPlan plan, Inhabitant person, int day, Dice dice, List<Step> steps)
    {
        var browser = dice.Below(person.Browsers.Count);
        var minute = (7 * 60) + dice.Below(16 * 60);
        var at = Start.AddDays(day).AddMinutes(minute).AddMilliseconds(dice.Below(60_000));
        var address = AddressOf(person, browser, day, minute, ref dice);
        var first = steps.Count;
        void Do(StepKind kind, int thing, ref Dice dice)
        {
            var seconds = 15 + dice.Below(120);
            if (steps.Count > first)
            {
                steps[^1] = steps[^1] with { Next = (kind, thing) };
            }

            steps.Add(new Step(at, person.Number, browser, address, kind, thing, 0) { Seconds = seconds, BeginsVisit = steps.Count == first });
            at = at.AddSeconds(seconds);
        }

        if (dice.Happens(0.55))
        {
            Do(StepKind.NewsFront, 0, ref dice);
            for (var articles = dice.Below(4); articles > 0; articles--)
            {
                Do(StepKind.NewsArticle, dice.Below(NewsPages.All.Count), ref dice);
            }

            return;
        }

        if (dice.Happens(0.5))
        {
            Do(StepKind.ShopFront, 0, ref dice);
        }

        var category = dice.Happens(0.7) ? person.Likes : dice.Below(Catalogue.Categories.Count);
        Do(StepKind.ShopCategory, category, ref dice);
        var product = ProductIn(category, ref dice);
        for (var looks = 1 + dice.Below(3); looks > 0; looks--)
        {
            product = ProductIn(category, ref dice);
            Do(StepKind.ShopProduct, product, ref dice);
        }

        if (dice.Happens(person.Buys))
        {
            Do(StepKind.ShopCart, product, ref dice);
            Do(StepKind.ShopCheckout, product, ref dice);
            Do(StepKind.ShopOrder, product, ref dice);
        }
        else if (dice.Happens(plan.LeavesCart))
        {
            Do(StepKind.ShopCart, product, ref dice);
            if (dice.Happens(GoesToTill))
            {
                Do(StepKind.ShopCheckout, product, ref dice);
            }
        }
    }

    private static void PlanMail(PopulationPlan plan, Inhabitant person, int day, List<Step> steps)
    {
        if (!person.GetsNewsletter || day % MailEvery != 0)
        {
            return;
        }

        var dice = new Dice(plan.Seed, person.Number, day, MailThrows);
        var mail = day / MailEvery % Mailings.First.Count;
        var at = Start.AddDays(day).AddHours(6);
        var browser = dice.Below(person.Browsers.Count);
        steps.Add(new Step(at, person.Number, browser, person.HomeAddress, StepKind.MailArrives, mail, 0));
        if (!dice.Happens(0.45))
        {
            return;
        }

        var minutes = 30 + dice.Below(14 * 60);
        at = at.AddMinutes(minutes);
        var address = AddressOf(person, browser, day, (6 * 60) + minutes, ref dice);
        steps.Add(new Step(at, person.Number, browser, address, StepKind.MailOpened, mail, 0));
        if (dice.Happens(0.2))
        {
            var product = ProductIn(0, ref dice);
            steps.Add(new Step(at.AddSeconds(20), person.Number, browser, address, StepKind.MailClicked, mail, 0));
            steps.Add(new Step(at.AddSeconds(21), person.Number, browser, address, StepKind.ShopProduct, product, 0) { Seconds = 15 + dice.Below(120) });
        }
    }

    /// <summary>
    /// Where a visit comes from: a relay's exit; the carrier's network for a phone on the way, another address each time; the
    /// office on a working day; else home. The throws are always taken, so that a moved slider changes no other visit.
    /// </summary>
    private static string AddressOf(Inhabitant person, int browser, int day, int minute, ref Dice dice)
    {
        var exit = 1 + dice.Below(254);
        var carrier = 1 + dice.Below(254);
        var isOut = dice.Happens(0.4);
        if (person.UsesRelay)
        {
            return string.Create(CultureInfo.InvariantCulture, $"192.0.2.{exit}");
        }

        if (person.Browsers[browser].Kind.IsPhone)
        {
            return isOut ? string.Create(CultureInfo.InvariantCulture, $"203.0.113.{carrier}") : person.HomeAddress;
        }

        return person.OfficeAddress is { } office && day % 7 < 5 && minute is >= 9 * 60 and < 17 * 60 ? office : person.HomeAddress;
    }

    private static int ProductIn(int category, ref Dice dice)
    {
        var goods = GoodsOf[category];
        return goods[dice.Below(goods.Length)];
    }

    private static readonly int[][] GoodsOf =
        [.. Catalogue.Categories.Select(category => Catalogue.In(category).Select(product => product.Id).ToArray())];
}

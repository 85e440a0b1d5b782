using PixelLab.Core.Rules;

namespace PixelLab.Core.Population;

/// <summary>What kind of town is simulated: how many people, how long, and which share of them does what.</summary>
public sealed record PopulationPlan
{
    /// <summary>The most people.</summary>
    public const int MostPeople = 10_000;

    /// <summary>The most days.</summary>
    public const int MostDays = 30;

    /// <summary>How many people, 1 to <see cref="MostPeople"/>.</summary>
    public int People { get; init; } = 1000;

    /// <summary>How many days, 1 to <see cref="MostDays"/>.</summary>
    public int Days { get; init; } = 7;

    /// <summary>What stands for chance: the same seed gives the same people, days and hits, always.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The share of people whose browsers refuse third-party cookies, 0 to 1.</summary>
    public double CookiesBlocked { get; init; } = 0.35;

    /// <summary>The share of people with a blocker, 0 to 1.</summary>
    public double Blockers { get; init; } = 0.2;

    /// <summary>The share of people who go through a relay that gives them another address each time, 0 to 1.</summary>
    public double PrivateRelay { get; init; } = 0.1;

    /// <summary>The share of people who share their address with a household and an office, 0 to 1.</summary>
    public double SharedAddresses { get; init; } = 0.5;

    /// <summary>The share of people who clear their cookies once a week, 0 to 1.</summary>
    public double ClearsWeekly { get; init; } = 0.1;

    /// <summary>The share of people who are logged in at the shop, on each of their devices, 0 to 1.</summary>
    public double LoggedIn { get; init; } = 0.3;

    /// <summary>The share of people whose mail service fetches all pictures when a message arrives, 0 to 1.</summary>
    public double MailRelay { get; init; } = 0.45;

    /// <summary>The share of visits without an order that leave something in the cart, 0 to 1.</summary>
    public double LeavesCart { get; init; }

    /// <summary>The kind of banner that all sites show.</summary>
    public Regime Regime { get; init; } = Regime.None;

    /// <summary>The share of the simulated days that lies before a moment, 0 to 1.</summary>
    public double ShareBefore(DateTimeOffset at) => Math.Clamp((at - DayPlanner.Start).TotalDays / Days, 0, 1);

    /// <summary>Why the plan can't be run; null where it can.</summary>
    public PlanFault? Fault =>
        People is < 1 or > MostPeople ? PlanFault.People
        : Days is < 1 or > MostDays ? PlanFault.Days
        : PlanSliders.All.All(slider => slider.Of(this) is >= 0 and <= 1) && LeavesCart is >= 0 and <= 1 && Enum.IsDefined(Regime) ? null
        : PlanFault.Shares;
}

/// <summary>What of a plan is out of bounds.</summary>
public enum PlanFault
{
    /// <summary>The number of people.</summary>
    People,

    /// <summary>The number of days.</summary>
    Days,

    /// <summary>A share, or the kind of banner.</summary>
    Shares,
}

/// <summary>A share of the plan that can be moved.</summary>
/// <param name="Name">Its name in forms.</param>
/// <param name="Of">Reads it.</param>
/// <param name="With">Gives a plan with another value.</param>
public sealed record PlanSlider(string Name, Func<PopulationPlan, double> Of, Func<PopulationPlan, double, PopulationPlan> With);

/// <summary>The shares, in the order in which they are shown.</summary>
public static class PlanSliders
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<PlanSlider> All =
    [
        new("cookiesBlocked", plan => plan.CookiesBlocked, (plan, share) => plan with { CookiesBlocked = share }),
        new("blockers", plan => plan.Blockers, (plan, share) => plan with { Blockers = share }),
        new("privateRelay", plan => plan.PrivateRelay, (plan, share) => plan with { PrivateRelay = share }),
        new("sharedAddresses", plan => plan.SharedAddresses, (plan, share) => plan with { SharedAddresses = share }),
        new("clearsWeekly", plan => plan.ClearsWeekly, (plan, share) => plan with { ClearsWeekly = share }),
        new("mailRelay", plan => plan.MailRelay, (plan, share) => plan with { MailRelay = share }),
        new("loggedIn", plan => plan.LoggedIn, (plan, share) => plan with { LoggedIn = share }),
    ];

    /// <summary>The slider of that name, or null.</summary>
    public static PlanSlider? Find(string? name) => All.FirstOrDefault(slider => slider.Name == name);
}

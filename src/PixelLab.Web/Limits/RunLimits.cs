namespace PixelLab.Web.Limits;

/// <summary>How large runs of the simulated town are.</summary>
public static class RunLimits
{
    /// <summary>The most runs at once.</summary>
    public const int AtOnce = 2;

    /// <summary>The people of a town that is looked at while a slider moves, at most.</summary>
    public const int GlancePeople = 100;

    /// <summary>Its days, at most.</summary>
    public const int GlanceDays = 2;

    /// <summary>How many such towns are looked at at once, so that it takes one processor at most; whoever comes meanwhile moves on without an answer.</summary>
    public const int GlancesAtOnce = 1;

    /// <summary>
    /// The most people times days of a town that is kept in a seat. At most about 60 events and 53 kB each, so that a replay of it
    /// can be opened again (<see cref="ReplayLimits"/>).
    /// </summary>
    public const int KeptPeopleDays = 1_200;

    /// <summary>The most people in one walk by real requests.</summary>
    public const int WalkedPeople = 200;

    /// <summary>The most days of one walk by real requests.</summary>
    public const int WalkedDays = 3;
}

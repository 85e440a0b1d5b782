namespace PixelLab.Core.Rules;

/// <summary>What the policy check asks of a site, one question each.</summary>
public enum PolicyQuestion
{
    /// <summary>Does the policy name every company whose pixel the pages carry?</summary>
    PolicyComplete,

    /// <summary>Was anybody asked before pixels fired?</summary>
    Asked,

    /// <summary>Did pixels wait for the answer?</summary>
    WaitedForAnswer,

    /// <summary>Did pixels stay away after a no?</summary>
    RefusalKept,

    /// <summary>Were cookies set only after a yes?</summary>
    CookiesWaited,

    /// <summary>Was the yes a real one, and no box that was ticked beforehand?</summary>
    RealChoice,

    /// <summary>Was Global Privacy Control honoured?</summary>
    SignalHonoured,
}

/// <summary>An event that a finding rests on.</summary>
/// <param name="Id">Its id in the log; the panel opens it.</param>
/// <param name="At">When it happened.</param>
/// <param name="IsHit">Whether it is a hit; else a planted pixel whose hit may be missing.</param>
/// <param name="Vendor">The company.</param>
/// <param name="Page">The page.</param>
/// <param name="Detail">What to know about it besides: the cookie it set.</param>
public sealed record PolicyEvidence(long Id, DateTimeOffset At, bool IsHit, string Vendor, string Page, string? Detail = null);

/// <summary>The answer to one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Looked">How many events it was asked of; 0 where nothing has happened that it could be asked of.</param>
/// <param name="Against">How many of them speak against the site.</param>
/// <param name="Evidence">The latest of those, newest first.</param>
public sealed record PolicyAnswer(
    PolicyQuestion Question, int Looked, int Against, IReadOnlyList<PolicyEvidence> Evidence)
{
    /// <summary>Whether there is a finding.</summary>
    public bool IsFinding => Against > 0;
}

/// <summary>What the check says of one site.</summary>
/// <param name="Site">The site.</param>
/// <param name="Regime">The banner it shows now.</param>
/// <param name="Omitted">The vendor its policy leaves out now, or empty.</param>
/// <param name="Visits">How many pages were looked at.</param>
/// <param name="Answers">The answers to all questions, in their order.</param>
public sealed record PolicyReport(
    string Site, Regime Regime, string Omitted, int Visits, IReadOnlyList<PolicyAnswer> Answers)
{
    /// <summary>How many questions have a finding.</summary>
    public int Findings => Answers.Count(answer => answer.IsFinding);
}

using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Vendors.Invented;

namespace PixelLab.Core.Case;

/// <summary>Something that a company can be told in a case.</summary>
public enum CaseFact
{
    /// <summary>Which thing was looked at.</summary>
    Looked,

    /// <summary>What the order cost.</summary>
    Cost,

    /// <summary>A code made of the email address.</summary>
    Code,

    /// <summary>What was pressed on a page.</summary>
    Pressed,

    /// <summary>That the letter was opened.</summary>
    Opened,
}

/// <summary>What somebody says of one company: what it was told, and by what it can tie that together.</summary>
/// <param name="Facts">What it was told.</param>
/// <param name="TiedBy">By what it ties that together; null where nothing was chosen.</param>
public sealed record CaseFinding(IReadOnlySet<CaseFact> Facts, TiedBy? TiedBy)
{
    /// <summary>Nothing said.</summary>
    public static CaseFinding None { get; } = new(new HashSet<CaseFact>(), null);
}

/// <summary>The steps at a case’s desk, as the log names them.</summary>
public static class CaseSteps
{
    /// <summary>Who was told what, and ties it by what.</summary>
    public const string Findings = "findings";

    /// <summary>A company is to be stopped.</summary>
    public const string Stop = "stop";

    /// <summary>What was written to a friend.</summary>
    public const string Friend = "friend";

    /// <summary>The case is handed in.</summary>
    public const string Closed = "closed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Findings, Stop, Friend, Closed];
}

/// <summary>
/// Findings as the log keeps them: <c>oddmoor=Looked,Cost/Cookie</c> for each company, parted by <c>;</c>. What is no such thing is passed over, since a
/// replay may bring any text.
/// </summary>
public static class CaseAnswers
{
    /// <summary>Writes findings.</summary>
    public static string Write(IReadOnlyDictionary<string, CaseFinding> findings) => string.Join(
        ';', findings.Select(finding => $"{finding.Key}={string.Join(',', finding.Value.Facts.Order())}/{finding.Value.TiedBy}"));

    /// <summary>Reads findings.</summary>
    public static IReadOnlyDictionary<string, CaseFinding> Read(string text)
    {
        var findings = new Dictionary<string, CaseFinding>(StringComparer.Ordinal);
        foreach (var part in text.Split(';'))
        {
            if (part.Split('=') is [var vendor, var said] && said.Split('/') is [var facts, var tie] && InventedWire.All.Any(wire => wire.Name == vendor))
            {
                findings[vendor] = new CaseFinding(
                    facts.Split(',').Select(Parse<CaseFact>).OfType<CaseFact>().ToHashSet(), Parse<TiedBy>(tie));
            }
        }

        return findings;
    }

    /// <summary>A value by its name; null where there is none, also for a number.</summary>
    public static T? Parse<T>(string? name) where T : struct, Enum =>
        Enum.IsDefined(typeof(T), name ?? "") ? Enum.Parse<T>(name!) : null;
}

using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Case;

/// <summary>What was said of one company beside what happened.</summary>
/// <param name="Company">The company.</param>
/// <param name="Told">What happened.</param>
/// <param name="Said">What was said.</param>
public sealed record CompanyGrade(CaseCompany Company, CaseTold Told, CaseFinding Said)
{
    /// <summary>The most points for what it was told.</summary>
    public const int MostLearned = 2;

    /// <summary>What it was told and nobody said.</summary>
    public IReadOnlyList<CaseFact> Overlooked => [.. Told.Facts.Keys.Except(Said.Facts).Order()];

    /// <summary>What was said and it was never told.</summary>
    public IReadOnlyList<CaseFact> Untold => [.. Said.Facts.Except(Told.Facts.Keys).Order()];

    /// <summary>Points for what it was told: all for a row that is right, one where a single thing of it is not. Nothing said is no half of the truth.</summary>
    public int Learned => (Overlooked.Count + Untold.Count) switch
    {
        0 => MostLearned,
        1 when Said.Facts.Count > Untold.Count => 1,
        _ => 0,
    };

    /// <summary>A point for a tie that it has: the best one, or the code, which ties as well where a cookie does too.</summary>
    public int Tied => Said.TiedBy == Told.TiedBy || (Said.TiedBy == TiedBy.Account && Told.Facts.ContainsKey(CaseFact.Code)) ? 1 : 0;
}

/// <summary>The points of a case: rules over the log alone, and no judgement of anybody's words.</summary>
/// <param name="Companies">Each company, in the case's order.</param>
/// <param name="Stop">The company that was to be stopped; null where nobody tried.</param>
public sealed record CaseGrade(IReadOnlyList<CompanyGrade> Companies, CaseStop? Stop)
{
    /// <summary>The most points for the company that was stopped.</summary>
    public const int MostStopped = 3;

    /// <summary>Points for the stop: one for the pixel that is gone, one for the order that came, and one for both.</summary>
    public int Stopped => Stop is null ? 0 : (Stop.IsGone, Stop.Orders > 0) switch
    {
        (true, true) => MostStopped,
        (false, false) => 0,
        _ => 1,
    };

    /// <summary>All points.</summary>
    public int Points => Companies.Sum(company => company.Learned + company.Tied) + Stopped;

    /// <summary>The most that there are.</summary>
    public int Most => (Companies.Count * (CompanyGrade.MostLearned + 1)) + MostStopped;

    /// <summary>The points of a case as it stands.</summary>
    public static CaseGrade Of(CasePlan plan, CaseState state)
    {
        var findings = CaseAnswers.Read(state.Findings ?? "");
        return new(
            [
                .. plan.Companies.Select(company => new CompanyGrade(
                    company, state.Told.GetValueOrDefault(company.Wire.Name, CaseTold.Nothing), findings.GetValueOrDefault(company.Wire.Name, CaseFinding.None))),
            ],
            state.Stop);
    }
}

/// <summary>Looks at what was written to a friend by three simple rules. It understands nothing of it, gives no points, and says so.</summary>
/// <param name="NamesCompany">Whether a company of the case is named.</param>
/// <param name="NamesThing">Whether there is a word for something that was told.</param>
/// <param name="IsSure">Whether there is no ‘perhaps’ in it: the log says what happened.</param>
public sealed record FriendAdvice(bool NamesCompany, bool NamesThing, bool IsSure)
{
    /// <summary>The advice on a text.</summary>
    public static FriendAdvice On(string text, CasePlan plan, Language language)
    {
        var words = language[CaseText.Words];
        bool HasOneOf(string name) => words[name].Split(' ').Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        return new(
            plan.Companies.Any(company => text.Contains(company.Wire.Title, StringComparison.OrdinalIgnoreCase)),
            HasOneOf("Thing.Words"),
            !HasOneOf("Perhaps.Words"));
    }

    /// <summary>What one could have written, of the company that was told most; null where none was told anything.</summary>
    public static string? Model(CaseGrade grade, Language language)
    {
        var words = language[CaseText.Words];
        return grade.Companies.MaxBy(company => company.Told.Facts.Count) is { Told.Facts.Count: > 0 } most
            ? words["Model", most.Company.Wire.Title, language.List(most.Told.Facts.Keys.Order().Select(fact => words[$"Fact.{fact}"])), words[$"Tie.{most.Told.TiedBy}"]]
            : null;
    }
}

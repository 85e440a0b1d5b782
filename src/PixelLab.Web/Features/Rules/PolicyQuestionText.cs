using PixelLab.Core.Languages;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;

namespace PixelLab.Web.Features.Rules;

/// <summary>The policy check in plain words, with the rule that each finding touches.</summary>
public static class PolicyQuestionText
{
    private static Words Text => CheckText.Text;

    /// <summary>The question.</summary>
    public static string Question(PolicyQuestion question) => Text[$"Question.{question}"];

    /// <summary>What the events answer.</summary>
    public static string Answer(PolicyAnswer answer, PolicyReport report) => answer switch
    {
        { Looked: 0 } => NothingToJudge(answer.Question, report.Regime),
        { IsFinding: false } => Text.Find($"Fine.{answer.Question}") ?? Text.Count($"Fine.{answer.Question}", answer.Looked),
        _ => Text.Count($"Finding.{answer.Question}", answer.Against, Companies(answer)),
    };

    /// <summary>The rule that a finding touches.</summary>
    public static string Rule(PolicyQuestion question, Regime regime) => Text.Find($"Rule.{question}.{regime}") ?? Text[$"Rule.{question}"];

    /// <summary>What a company is called.</summary>
    public static string Company(string vendor) => VendorList.Find(vendor)?.Title ?? vendor;

    private static string NothingToJudge(PolicyQuestion question, Regime regime) => (question, regime) switch
    {
        (PolicyQuestion.SignalHonoured, Regime.OptOut) => Text["Nothing.SignalHonoured.OptOut"],
        (PolicyQuestion.WaitedForAnswer or PolicyQuestion.RealChoice, Regime.None or Regime.Notice or Regime.OptOut)
            or (PolicyQuestion.Asked, Regime.OptOut)
            or (PolicyQuestion.SignalHonoured or PolicyQuestion.RefusalKept or PolicyQuestion.CookiesWaited, _) => Text[$"Nothing.{question}"],
        _ => Text["Nothing.Yet"],
    };

    private static string Companies(PolicyAnswer answer) =>
        answer.Evidence.Select(evidence => Company(evidence.Vendor)).Distinct().Order(StringComparer.Ordinal)
            .Aggregate("", (list, next) => list.Length == 0 ? next : Text["And", list, next]);
}

using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;

namespace PixelLab.Web.Features.Rules;

/// <summary>The policy check in plain words, with the rule that each finding touches.</summary>
public static class PolicyQuestionText
{
    /// <summary>The question.</summary>
    public static string Question(PolicyQuestion question) => question switch
    {
        PolicyQuestion.PolicyComplete => "Does the policy name every company?",
        PolicyQuestion.Asked => "Was anybody asked?",
        PolicyQuestion.WaitedForAnswer => "Did the pixels wait for the answer?",
        PolicyQuestion.RefusalKept => "Did a no stay a no?",
        PolicyQuestion.CookiesWaited => "Were cookies set only after a yes?",
        PolicyQuestion.RealChoice => "Was the yes a real one?",
        _ => "Was Global Privacy Control honoured?",
    };

    /// <summary>What the events answer.</summary>
    public static string Answer(PolicyAnswer answer, PolicyReport report) => answer switch
    {
        { Looked: 0 } => NothingToJudge(answer.Question, report.Regime),
        { IsFinding: false } => Fine(answer),
        _ => Finding(answer),
    };

    /// <summary>The rule that a finding touches.</summary>
    public static string Rule(PolicyQuestion question, Regime regime) => question switch
    {
        PolicyQuestion.PolicyComplete =>
            "People have to be told who gets their data (GDPR, Article 13).",
        PolicyQuestion.Asked =>
            "In the EU, storing or reading something on a person’s device needs consent first, and clear information (ePrivacy Directive, Article 5(3)). Pixels are named in the European Data Protection Board’s Guidelines 2/2023. Telling is not asking. Where another law holds, that can differ; the United Kingdom has an exception for plain statistics, under conditions.",
        PolicyQuestion.WaitedForAnswer =>
            "Consent has to come first (ePrivacy Directive, Article 5(3)). France’s authority fined Shein €150 million in September 2025, over cookies set before the choice and after refusal.",
        PolicyQuestion.RefusalKept when regime == Regime.OptOut =>
            "Who has opted out of sale and sharing must be left alone (California’s CCPA).",
        PolicyQuestion.RefusalKept =>
            "Consent has to be free, and can be taken back at any time (GDPR, Articles 4(11) and 7).",
        PolicyQuestion.CookiesWaited =>
            "Storing a cookie that is not needed for what the person asked for needs consent first (ePrivacy Directive, Article 5(3)).",
        PolicyQuestion.RealChoice =>
            "A box that was ticked beforehand is no consent (Court of Justice of the EU, C-673/17 Planet49, 2019).",
        _ => "Sites under California’s law have to honour Global Privacy Control and, since 1 January 2026, to show that they do (CCPA regulations, section 7025).",
    };

    /// <summary>What a company is called.</summary>
    public static string Company(string vendor) => VendorList.Find(vendor)?.Title ?? vendor;

    private static string Fine(PolicyAnswer answer) => answer.Question switch
    {
        PolicyQuestion.PolicyComplete => $"Yes. Looked at {Many(answer.Looked, "planted pixel")}; the policy names the company of each.",
        PolicyQuestion.Asked => "Yes. Nothing came from pages that ask nobody.",
        PolicyQuestion.WaitedForAnswer => $"Yes. Looked at {Many(answer.Looked, "pixel")}; none fired before an answer.",
        PolicyQuestion.RefusalKept => $"Yes. Looked at {Many(answer.Looked, "pixel")}; none fired after a no to its purpose.",
        PolicyQuestion.CookiesWaited => $"Yes. {Many(answer.Looked, "cookie")} set, all after a yes.",
        PolicyQuestion.RealChoice => "Yes. No hit rests on a box that was ticked beforehand.",
        _ => $"Yes. {Many(answer.Looked, "advertising pixel")} stayed away because of the signal.",
    };

    private static string Finding(PolicyAnswer answer) => answer.Question switch
    {
        PolicyQuestion.PolicyComplete =>
            $"No. {Many(answer.Against, "pixel")} of {Companies(answer)} on the site’s pages, and the policy did not say so.",
        PolicyQuestion.Asked => $"No. {Many(answer.Against, "hit")} came from pages that asked nobody.",
        PolicyQuestion.WaitedForAnswer => $"No. {Many(answer.Against, "hit")} came before there was an answer.",
        PolicyQuestion.RefusalKept => $"No. {Many(answer.Against, "hit")} came after a no.",
        PolicyQuestion.CookiesWaited => $"No. {Many(answer.Against, "hit")} set a cookie without a yes.",
        PolicyQuestion.RealChoice => $"No. {Many(answer.Against, "hit")} rest on boxes that the site had ticked beforehand.",
        _ => $"No. {Many(answer.Against, "advertising hit")} came although the browser sent the signal.",
    };

    private static string NothingToJudge(PolicyQuestion question, Regime regime) => (question, regime) switch
    {
        (PolicyQuestion.SignalHonoured, Regime.OptOut) => "Your browser did not send the signal, or no advertising pixel was due.",
        (PolicyQuestion.SignalHonoured, _) => "The site claims nothing about the signal under this kind of banner.",
        (PolicyQuestion.WaitedForAnswer, Regime.None or Regime.Notice or Regime.OptOut) => "This kind of banner asks for no answer beforehand.",
        (PolicyQuestion.RealChoice, Regime.None or Regime.Notice or Regime.OptOut) => "This kind of banner asks for no yes.",
        (PolicyQuestion.RefusalKept, _) => "Nobody has said no yet.",
        (PolicyQuestion.CookiesWaited, _) => "No company has set a cookie.",
        (PolicyQuestion.Asked, Regime.OptOut) => "California’s law does not ask beforehand; it lets people opt out.",
        _ => "Nothing has happened yet that could be judged.",
    };

    private static string Companies(PolicyAnswer answer) =>
        string.Join(" and ", answer.Evidence.Select(evidence => Company(evidence.Vendor)).Distinct().Order(StringComparer.Ordinal));

    private static string Many(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}

using PixelLab.Core.Events;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining;

/// <summary>Says in a sentence what a tracker just learned. What the hit does not tell is left out.</summary>
internal static class HitSentence
{
    public static string Of(
        Hit hit, string eventCode, EventDetail detail, string? title, string? cameFrom, string? recognition, Language language)
    {
        var words = language[ExplainingText.Words];
        var when = language.TimeOfDay(hit.At);
        var vendor = PlainText.Shown(hit.Vendor, 40);
        var who = Who(hit.Request, language);
        var did = EventWords.InSentence(eventCode, detail, title, hit.Site, language);
        var tellsWhereFrom = cameFrom is not null && eventCode is VendorEvents.PageView or VendorEvents.ViewItem or VendorEvents.ViewItemList;
        return language.Sentences(
            tellsWhereFrom ? words["LearnedFrom", when, vendor, who, did, cameFrom] : words["Learned", when, vendor, who, did],
            recognition);
    }

    private static string Who(CapturedRequest request, Language language)
    {
        var words = language[ExplainingText.Words];
        var userAgent = UserAgentReader.Read(request.Header("User-Agent"));
        var program = userAgent.InWords(language);
        var place = PlainText.Shown(request.Address, 60);
        if (userAgent.MailProxy is not null)
        {
            return words[request.Address.Length > 0 ? "Reader.At" : "Reader.Plain", place, program];
        }

        var reads = LanguageNames.Preferred(request.Header("Accept-Language") ?? "")
            .Select(tag => LanguageNames.Plain(tag, language))
            .FirstOrDefault();
        var known = (request.Address.Length > 0, program, reads) switch
        {
            (true, null, null) => "At",
            (true, _, null) => "AtUsing",
            (true, null, _) => "AtReading",
            (true, _, _) => "AtUsingIn",
            (false, null, null) => "Plain",
            (false, _, null) => "Using",
            (false, null, _) => "Reading",
            (false, _, _) => "UsingIn",
        };
        return words[userAgent.IsBot ? $"Robot.{known}" : $"Person.{known}", place, program, reads];
    }
}

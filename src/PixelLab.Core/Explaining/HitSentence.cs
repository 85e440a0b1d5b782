using System.Globalization;
using System.Text;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Explaining;

/// <summary>Says in a sentence what a tracker just learned. What the hit does not tell is left out.</summary>
internal static class HitSentence
{
    public static string Of(Hit hit, string eventCode, EventDetail detail, string? title, string? cameFrom, string? recognition)
    {
        var sentence = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"At {hit.At.UtcDateTime:HH:mm:ss} {PlainText.Shown(hit.Vendor, 40)} learned that ")
            .Append(Who(hit.Request))
            .Append(' ')
            .Append(EventWords.InSentence(eventCode, detail, title, hit.Site));
        if (cameFrom is not null && eventCode is VendorEvents.PageView or VendorEvents.ViewItem or VendorEvents.ViewItemList)
        {
            sentence.Append(CultureInfo.InvariantCulture, $", coming from {cameFrom}");
        }

        sentence.Append('.');
        return recognition is null ? sentence.ToString() : sentence.Append(' ').Append(recognition).ToString();
    }

    private static string Who(CapturedRequest request)
    {
        var userAgent = UserAgentReader.Read(request.Header("User-Agent"));
        var place = request.Address.Length == 0 ? "" : $" at {PlainText.Shown(request.Address, 60)}";
        if (userAgent.MailProxy is not null)
        {
            return $"somebody behind {userAgent.InWords}{place}";
        }

        var language = LanguageNames.Preferred(request.Header("Accept-Language") ?? "")
            .Select(LanguageNames.Plain)
            .FirstOrDefault();
        var details = (userAgent.InWords, language) switch
        {
            (null, null) => "",
            ({ } program, null) => $", using {program},",
            (null, _) => $", reading {language},",
            var (program, _) => $", using {program} in {language},",
        };
        return $"{(userAgent.IsBot ? "a robot" : "the person")}{place}{details}";
    }
}

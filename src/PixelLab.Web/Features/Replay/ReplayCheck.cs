using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Rules;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Replay;

/// <summary>Holds the events of a file to the bounds that capture holds requests to: a file is as hostile as the wire.</summary>
internal static class ReplayCheck
{
    private const int MostText = CaptureLimits.KeptTarget;
    private const int MostItems = 256;

    /// <summary>The most letters of what somebody keeps, in base64, with what its lock adds.</summary>
    private const int MostKept = (ExplainLimits.KeptBytes / 3 * 4) + 1000;

    private static readonly DateTimeOffset Earliest = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Words Text => ReplayText.Text;

    /// <summary>What is wrong with the event, in a few words; null where nothing is.</summary>
    public static string? Fault(LabEvent labEvent) =>
        labEvent.At < Earliest || labEvent.At > Latest ? Text["Fault.Time"]
        : labEvent switch
        {
            Hit hit => RequestFault(hit.Request) ?? Texts([hit.Vendor, hit.Site]) ?? List(hit.SetCookies),
            Visit visit => RequestFault(visit.Request) ?? Texts([visit.Site, visit.Page, visit.Title, visit.PageView]),
            PixelPlanted planted => Texts([planted.Plant, planted.PageView, planted.Site, planted.Page, planted.Vendor, planted.Event, planted.Url]),
            PixelMissing missing => Texts([missing.Plant, missing.Site, missing.Page, missing.Vendor, missing.Event, missing.Detail]),
            RequestRefused refused => Texts([refused.Vendor, refused.Address, refused.Reason]),
            SettingChanged { Value: not "" } changed when Switches.Has(changed.Name) => Switches.Take(changed.Name, changed.Value)
                ? null
                : Text["Fault.Switch"],
            SettingChanged changed => Texts([changed.Name, changed.Value]),
            ConsentChoice choice => Texts([choice.Site, choice.Regime, choice.How]) ?? List(choice.Granted) ?? List(choice.Denied),
            AccountUsed used => Texts([used.Site, used.Person, used.Action]),
            AdServed ad => Texts([ad.Ad, ad.Campaign, ad.Product, ad.Site, ad.Slot, ad.PageView, ad.Reason, ad.Visitor])
                ?? (ad.Because.Count > MostItems ? Text["Fault.Hits"] : null),
            MailSent sent => Texts([sent.Mail, sent.Campaign, sent.Subject, sent.Person]),
            MailHandled handled => Texts([handled.Mail, handled.What, handled.Client]),
            ExperimentStarted started => Texts([started.Experiment]),
            CookiesCleared => null,
            ThingsKept kept => Texts([kept.Locked], MostKept),
            PageWritten written => Texts([written.Html], TextLimits.WrittenPage),
            CaseAnswered answered => Texts([answered.Step]) ?? Texts([answered.Answer], TextLimits.CaseAnswer),
            _ => Text["Fault.Kind"],
        };

    private static string? RequestFault(CapturedRequest request) =>
        request.Head.Length > CaptureLimits.KeptHead ? Text["Fault.Request"]
        : request.Body?.Length > CaptureLimits.KeptBody ? Text["Fault.Body"]
        : request.HeadBytes < 0 || request.BodyBytes < 0 ? Text["Fault.Size"]
        : Texts([request.Scheme, request.Address, request.Path]) ?? List(request.Notes ?? []);

    /// <summary>The reader of JSON takes a list with nothing in a place where a text must stand.</summary>
    private static string? List(IReadOnlyList<string> texts) =>
        texts.Count > MostItems ? Text["Fault.List"]
        : texts.Contains(null!) ? Text["Fault.NoText"]
        : Texts(texts);

    private static string? Texts(IReadOnlyList<string?> texts, int most = MostText) =>
        texts.Any(text => text?.Length > most) ? Text["Fault.Text"]
        : null;
}

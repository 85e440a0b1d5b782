using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Web.Live;

namespace PixelLab.Web.Features.Classroom;

/// <summary>
/// What other eyes than its owner's may see of an event: on all screens, and on a wall. Whoever knows a seat may read it, so the seat is taken
/// out wherever it stands, and of the address only the beginning is left.
/// </summary>
public static class ClassPrivacy
{
    private const int Together = 3;

    /// <summary>Those of what several did that may be counted: whole threes, in the order in which they did it, so that no count, and no change of one, tells what one of them did.</summary>
    public static List<T> InThrees<T>(IEnumerable<T> all)
    {
        var list = all.ToList();
        return list[..(list.Count - (list.Count % Together))];
    }

    /// <summary>The event as a class may see it. Every kind says here which of its texts came from the browser, and so may hold either.</summary>
    public static EventView Of(EventView view)
    {
        var texts = new Texts(view.Seat, AddressOf(view));
        var open = view with { Seat = Texts.Seat };
        return open switch
        {
            HitView hit => OfRequest(hit, texts) with
            {
                Site = texts.Hide(hit.Site),
                Event = texts.Hide(hit.Event),
                EventInWords = texts.Hide(hit.EventInWords),
                Plant = texts.Hide(hit.Plant),
                SetCookies = texts.Hide(hit.SetCookies),
                Account = texts.Hide(hit.Account),
                Explained = texts.Hide(hit.Explained),
                CookiesSet = texts.Hide(hit.CookiesSet),
                NotesInWords = texts.Hide(hit.NotesInWords),
                Reply = hit.Reply is { } reply ? reply with { Headers = texts.Hide(reply.Headers) } : null,
            },
            VisitView visit => OfRequest(visit, texts),
            PlantedView planted => planted with { Page = texts.Hide(planted.Page), Url = texts.Hide(planted.Url) },
            MissingView missing => missing with { Page = texts.Hide(missing.Page), Detail = texts.Hide(missing.Detail) },
            RefusedView refused => refused with { Address = texts.Hide(refused.Address) },
            SettingView setting => setting with { Name = texts.Hide(setting.Name), Value = texts.Hide(setting.Value) },
            ConsentView or AccountView or AdView or MailSentView or MailView or ExperimentStartedView
                or CookiesClearedView or WrittenView or KeptView or CaseView or ErasedView => open,
            _ => throw new InvalidOperationException($"What a class may see of {view.GetType().Name} is not said."),
        };
    }

    private static string AddressOf(EventView view) => view switch
    {
        RequestView request => request.Address,
        RefusedView refused => refused.Address,
        _ => "",
    };

    private static TView OfRequest<TView>(TView view, Texts texts) where TView : RequestView => (TView)(view with
    {
        Page = texts.Hide(view.Page),
        Title = texts.Hide(view.Title),
        Method = texts.Hide(view.Method),
        Url = texts.Hide(view.Url),
        Path = texts.Hide(view.Path),
        Query = texts.Hide(view.Query),
        Cookies = texts.Hide(view.Cookies),
        Address = texts.Hide(view.Address),
        Protocol = texts.Hide(view.Protocol),
        Headers = texts.Hide(view.Headers),
        Head = texts.Hide(view.Head),
        Body = texts.Hide(view.Body),
    });

    /// <summary>Hides one seat and one address in texts.</summary>
    private sealed class Texts(string seat, string address)
    {
        public const string Seat = "seat";

        private readonly int _cut = address.LastIndexOfAny(['.', ':']);

        /// <summary>In any case of letters: a hostile page may have written the seat otherwise.</summary>
        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
        public string? Hide(string? text)
        {
            var hidden = text?.Replace(seat, Seat, StringComparison.OrdinalIgnoreCase);
            return _cut > 0 ? hidden?.Replace(address, address[..(_cut + 1)] + "…", StringComparison.OrdinalIgnoreCase) : hidden;
        }

        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(texts))]
        public IReadOnlyList<string>? Hide(IReadOnlyList<string>? texts) => texts is null ? null : [.. texts.Select(text => Hide(text))];

        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(pairs))]
        public IReadOnlyList<NameValue>? Hide(IReadOnlyList<NameValue>? pairs) =>
            pairs is null ? null : [.. pairs.Select(pair => new NameValue(Hide(pair.Name), Hide(pair.Value)))];

        public HitAccount? Hide(HitAccount? account) => account is null ? null : account with
        {
            Sentence = Hide(account.Sentence),
            Told = [.. account.Told.Select(told => new ToldInWords(Hide(told.What), Hide(told.Field)))],
        };

        public IReadOnlyList<ExplainedField>? Hide(IReadOnlyList<ExplainedField>? fields) => fields is null ? null :
        [
            .. fields.Select(field => field with
            {
                Field = Hide(field.Field), Value = Hide(field.Value), Meaning = Hide(field.Meaning), Control = Hide(field.Control),
            }),
        ];
    }
}

using PixelLab.Core.Events;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>Writes the account of a hit. What the hit does not tell is left out; who did it is said only where somebody did.</summary>
/// <param name="language">What is said is said in it.</param>
/// <param name="letter">The message that a hit is about, where the sender's list is at hand; its list knows what its pixel does not say.</param>
/// <param name="isOwn">Whether it is told to whoever did it, who is “you” then.</param>
internal sealed class AccountWriter(Language language, MailSent? letter = null, bool isOwn = true)
{
    private const int EndOfNumber = 4;
    private const int WholeNumber = 8;

    private readonly Words _words = language[AccountText.Words];

    /// <summary>The account of a hit.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="did">What it reports, as what somebody did.</param>
    /// <param name="cameFrom">Where they came from, or null.</param>
    /// <param name="recognition">Whether the vendor knew the browser again, as a sentence; or null.</param>
    public HitAccount Of(Hit hit, string did, string? cameFrom, string? recognition)
    {
        var fetch = FetchReader.Of(hit);
        var told = ToldReader.Of(hit, fetch);
        return new HitAccount(
            Sentence(hit, fetch, told, did, cameFrom, recognition),
            fetch.By,
            fetch.Means,
            fetch.Counts,
            [.. told.Select(one => new ToldInWords(InWords(hit, one), one.Field))],
            fetch.Sure,
            DefenceReader.Of(hit, fetch));
    }

    private string Sentence(Hit hit, Fetch fetch, IReadOnlyList<Told> told, string did, string? cameFrom, string? recognition)
    {
        var when = language.TimeOfDay(hit.At);
        var vendor = PlainText.Shown(VendorList.TitleOf(hit.Vendor), 40);
        if (fetch.By is FetchedBy.Preflight or FetchedBy.Check)
        {
            return _words[fetch.By == FetchedBy.Preflight ? "Asked.preflight" : "Asked.check", when, vendor];
        }

        var that = _words[isOwn && fetch.By == FetchedBy.Person ? "Told.That.Person" : "Told.That.Somebody", did];
        that = cameFrom is null ? that : _words["Told.That.From", that, cameFrom];
        var most = (told.Count == 0 ? null : (Telling?)told[0].Telling) switch
        {
            Telling.Person => _words["Told.Person", End(told[0].Value), that],
            Telling.Letter when letter is not null => _words["Told.LetterOf", language.QuotedValue(letter.Subject), Recipient(letter), that],
            Telling.Letter => _words["Told.Letter", that],
            _ => that,
        };
        return language.Sentences(_words["Told", when, vendor, most], By(hit, fetch), fetch.By == FetchedBy.Person ? recognition : null, Came(hit, fetch));
    }

    /// <summary>Who made it, where it was not somebody's own browser; null where it was.</summary>
    private string? By(Hit hit, Fetch fetch)
    {
        var program = UserAgentReader.Read(hit.Request.Header("User-Agent")).InWords(language);
        return fetch.By switch
        {
            FetchedBy.Person => null,
            FetchedBy.Robot => _words["By.robot", program is null ? "" : _words["By.Named", program]],
            var by => _words[$"By.{by.ToString().ToLowerInvariant()}", program],
        };
    }

    /// <summary>The technical parts, last; those of another program than a person's own say nothing of the person.</summary>
    private string? Came(Hit hit, Fetch fetch)
    {
        if (fetch.IsMailServices || fetch.IsNobodys)
        {
            return null;
        }

        var request = hit.Request;
        var program = UserAgentReader.Read(request.Header("User-Agent")).InWords(language);
        var reads = LanguageNames.Preferred(request.Header("Accept-Language") ?? "").Select(tag => LanguageNames.Plain(tag, language)).FirstOrDefault();
        string?[] parts =
        [
            request.Address.Length == 0 ? null : _words["Came.Address", PlainText.Shown(request.Address, 60)],
            program is null ? null : _words["Came.Program", program],
            reads is null ? null : _words["Came.Language", reads],
        ];
        return Array.TrueForAll(parts, part => part is null) ? null : _words["Came", language.List(parts.OfType<string>())];
    }

    /// <summary>What one thing is, with its value.</summary>
    private string InWords(Hit hit, Told told) => _words["Told.With", What(hit.Vendor, told), Value(told)];

    /// <summary>What a thing is that a vendor was told.</summary>
    public string What(string vendor, Told told)
    {
        var wire = VendorList.Find(vendor);
        var parameter = wire?.Parameters.FirstOrDefault(one => one.Describes(told.Field));
        return told.Field switch
        {
            "Referer" => _words["What.Referer"],
            _ when parameter is { Tells: { } tells } && tells == told.Telling => language[wire!.Words][parameter.Word],
            _ when wire is not null && told.Telling == Telling.PartnersNumber => language[wire.Words].Find("id.match") ?? language[wire.Words]["id"],
            _ => _words[$"What.{told.Telling}"],
        };
    }

    /// <summary>What it says, for reading.</summary>
    public string Value(Told told) => told.Telling switch
    {
        Telling.Letter when letter is not null => _words["Letter.Of", language.QuotedValue(letter.Subject), Recipient(letter)],
        Telling.Person or Telling.Number or Telling.PartnersNumber => told.Value.Length > WholeNumber ? _words["Number.End", End(told.Value)] : PlainText.Shown(told.Value),
        Telling.Address => PlainText.Shown(told.Value, 60),
        Telling.Program => UserAgentReader.Read(told.Value).InWords(language) ?? language.QuotedValue(told.Value),
        Telling.Languages => LanguageNames.InWords(told.Value, language) ?? language.QuotedValue(told.Value),
        _ => ParameterValues.InWords(told.Kind, told.Value, language) ?? language.QuotedValue(told.Value),
    };

    /// <summary>What would keep a company from knowing it.</summary>
    public string Control(Telling telling) => _words.Find($"Control.{telling}") ?? _words["Control.Page"];

    private static string End(string number) => PlainText.Shown(number.Length > EndOfNumber ? number[^EndOfNumber..] : number);

    private static string Recipient(MailSent letter) => Personas.Find(letter.Person) is { } person ? person.Email : PlainText.Shown(letter.Person, 40);
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;

namespace PixelLab.Web.Tests.Mail;

/// <summary>The inbox of a new seat, read as a person with a browser reads it: an open message's pictures are fetched.</summary>
public sealed partial class Mailbox
{
    /// <summary>The reader's browser.</summary>
    public const string Agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

    private readonly LabServer _server;

    private Mailbox(LabServer server, Seat seat)
    {
        _server = server;
        Seat = seat;
    }

    /// <summary>The seat.</summary>
    public Seat Seat { get; }

    /// <summary>Opens a new seat's inbox, with a mail program of that kind from the beginning.</summary>
    public static async Task<Mailbox> OpenAsync(LabServer server, string client)
    {
        var box = new Mailbox(server, await Seat.NewAsync(server));
        await box.ChooseAsync(client);
        await box.PageAsync("mail", "/");
        return box;
    }

    /// <summary>Turns the switch.</summary>
    public Task ChooseAsync(string client) => PostAsync("mail", "/client", ("client", client));

    /// <summary>The message of a mailing that came first.</summary>
    public async Task<string> MessageAsync(string campaign) =>
        (await Seat.EventsAsync("mail_sent")).First(sent => sent.Text("campaign") == campaign).Text("mail")!;

    /// <summary>Opens a message and fetches what a browser would fetch of it.</summary>
    public async Task ReadAsync(string mail, string more = "")
    {
        var page = await PageAsync("mail", $"/messages/{mail}{more}");
        if (Frame().Match(page) is not { Success: true } frame)
        {
            return;
        }

        var body = await TextAsync(new Uri(At("mail", "/"), WebUtility.HtmlDecode(frame.Groups[1].Value)));
        foreach (Match image in Image().Matches(body))
        {
            using var reply = await SendAsync(new Uri(At("mail", "/"), WebUtility.HtmlDecode(image.Groups[1].Value)));
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        }
    }

    /// <summary>Downloads a message as a file and reads it as a mail program does.</summary>
    public async Task<MimeMessage> DownloadAsync(string mail)
    {
        using var reply = await SendAsync(At("mail", $"/messages/{mail}/download"));
        Assert.Equal("message/rfc822", reply.Content.Headers.ContentType?.MediaType);
        return await MimeMessage.LoadAsync(await reply.Content.ReadAsStreamAsync());
    }

    /// <summary>The hits of a message's pixel.</summary>
    public async Task<IReadOnlyList<JsonElement>> OpensAsync(string mail) =>
        [.. (await Seat.HitsAsync()).Where(hit => hit.Text("event") == "email_open" && hit.Text("url")!.Contains(mail, StringComparison.Ordinal))];

    /// <summary>The reason that was noted last why a message's pixel has not come.</summary>
    public async Task<string?> MissingAsync(string mail) =>
        (await Seat.EventsAsync("missing")).LastOrDefault(missing => missing.Text("plant") == mail).Text("reason");

    /// <summary>The row of the sender's report about a message, as words.</summary>
    public async Task<string> ReportAsync(string subject)
    {
        var page = await PageAsync("postbox", "/report");
        var row = Row().Matches(page).Select(match => match.Value).Single(row => WebUtility.HtmlDecode(row).Contains(subject, StringComparison.Ordinal));
        return Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(row, " ")), " ");
    }

    /// <summary>An address in the seat.</summary>
    public Uri At(string host, string pathAndQuery) => new(_server.Url(host, $"/~{Seat.Name}{pathAndQuery}"));

    /// <summary>A page that is there.</summary>
    public Task<string> PageAsync(string host, string pathAndQuery) => TextAsync(At(host, pathAndQuery));

    /// <summary>Asks as the reader's browser.</summary>
    public Task<HttpResponseMessage> SendAsync(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        return _server.Http.SendAsync(request);
    }

    /// <summary>Submits a form; returns the page that comes, or nothing after a redirect.</summary>
    public async Task<string> PostAsync(string host, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var reply = await _server.Http.PostAsync(At(host, path), form);
        Assert.True((int)reply.StatusCode < 400, $"{path} answered {reply.StatusCode}");
        return WebUtility.HtmlDecode(await reply.Content.ReadAsStringAsync());
    }

    private async Task<string> TextAsync(Uri url)
    {
        using var reply = await SendAsync(url);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<iframe[^>]* src=\"([^\"]+)\"")]
    private static partial Regex Frame();

    [GeneratedRegex("<img src=\"([^\"]+)\"")]
    private static partial Regex Image();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}

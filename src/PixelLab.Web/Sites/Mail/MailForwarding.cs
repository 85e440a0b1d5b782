using System.ComponentModel.DataAnnotations;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Sites.Mail;

/// <summary>A mail server for sending a message on (configuration section <c>PixelLab:Smtp</c>). Off unless a host is named.</summary>
public sealed class SmtpOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Smtp";

    /// <summary>The server's host name; empty: sending is off.</summary>
    public string Host { get; init; } = "";

    /// <summary>The server's port.</summary>
    [Range(1, 65_535, ErrorMessage = "PixelLab:Smtp:Port must be between 1 and 65535.")]
    public int Port { get; init; } = 25;

    /// <summary>Whether the connection must be encrypted with STARTTLS.</summary>
    public bool StartTls { get; init; }

    /// <summary>The sender's address for the envelope; many servers take mail only from addresses they know.</summary>
    public string From { get; init; } = "pixellab@localhost";

    /// <summary>The name to log in with; empty: without logging in.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The password that belongs to the name. Better given in the environment than in a file.</summary>
    public string Password { get; init; } = "";

    /// <summary>Whether sending is on.</summary>
    public bool IsOn => Host.Length > 0;
}

/// <summary>Sends a message to an address that a person typed, through a server that the operator named.</summary>
public static class MailForwarding
{
    /// <summary>Adds sending.</summary>
    public static void AddMailForwarding(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(new MailForwardLimit());
    }

    /// <summary>Maps the form and its answer.</summary>
    public static void MapMailForwarding(this RouteGroupBuilder mail)
    {
        mail.MapGet("/messages/{id}/send", ShowAsync);
        mail.MapPost("/messages/{id}/send", SendAsync);
    }

    private static async Task<IResult> ShowAsync(PageVisit visit, string id, SeatReadings readings, IOptions<SmtpOptions> smtp) =>
        await readings.FindAsync(visit.Town, id, visit.Context.RequestAborted) is { } letter
            ? await PageAsync(visit, letter, smtp.Value, null)
            : TypedResults.NotFound();

    private static async Task<IResult> SendAsync(
        PageVisit visit, string id, SeatReadings readings, IOptions<SmtpOptions> smtp, MailForwardLimit limit, MailDelivery delivery)
    {
        var cancellation = visit.Context.RequestAborted;
        if (await readings.FindAsync(visit.Town, id, cancellation) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        var form = await visit.Context.Request.ReadSmallFormAsync();
        var outcome = await TrySendAsync(letter, form["to"].FirstOrDefault() ?? "", smtp.Value, limit, cancellation);
        if (outcome is null)
        {
            await delivery.NoteAsync(letter, "sent_on", await readings.MailClientAsync(visit.Town, cancellation));
        }

        return await PageAsync(visit, letter, smtp.Value, outcome ?? MailText.Text["Sent"]);
    }

    private static async Task<string?> TrySendAsync(
        MailLetter letter, string to, SmtpOptions smtp, MailForwardLimit limit, CancellationToken cancellation)
    {
        if (!smtp.IsOn)
        {
            return MailText.Text["Sent.Off"];
        }

        if (to.Length > 254 || !MailboxAddress.TryParse(to, out var recipient) || recipient.Domain.Length == 0)
        {
            return MailText.Text["Sent.NoAddress"];
        }

        using var lease = limit.Limiter.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            return MailText.Text["Sent.TooMany", RateLimits.MailsSentOnInTenMinutes];
        }

        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(
                smtp.Host, smtp.Port, smtp.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancellation);
            if (smtp.UserName.Length > 0)
            {
                await client.AuthenticateAsync(smtp.UserName, smtp.Password, cancellation);
            }

            await client.SendAsync(MailMime.Write(letter), new MailboxAddress("", smtp.From), [recipient], cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
            return null;
        }
        catch (Exception failure) when (IsOfServer(failure))
        {
            return MailText.Text["Sent.Refused"];
        }
    }

    /// <summary>Whether the mail server or the way to it is at fault, and not the lab.</summary>
    private static bool IsOfServer(Exception failure) => failure is SmtpCommandException or SmtpProtocolException
        or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException
        or NotSupportedException or IOException or SocketException or TimeoutException;

    private static async Task<IResult> PageAsync(PageVisit visit, MailLetter letter, SmtpOptions smtp, string? outcome)
    {
        visit.Title = MailText.Text["Message.Send"];
        return await visit.ShowAsync<MailSend>(new Dictionary<string, object?>
        {
            ["Letter"] = letter,
            ["IsOn"] = smtp.IsOn,
            ["Outcome"] = outcome,
        });
    }

    /// <summary>Keeps count of what was sent.</summary>
    internal sealed class MailForwardLimit
    {
        public FixedWindowRateLimiter Limiter { get; } = new(new()
        {
            PermitLimit = RateLimits.MailsSentOnInTenMinutes,
            Window = TimeSpan.FromMinutes(10),
        });
    }
}

using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>Turns a live request into what the lab keeps of it.</summary>
public static class RequestCapture
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Captures a request with its body, as far as the bounds allow.</summary>
    public static ValueTask<CapturedRequest> CaptureAsync(HttpContext context) =>
        HasBody(context.Request) ? WithBodyAsync(context) : new(CaptureHead(context));

    /// <summary>Whether a request says that a body follows.</summary>
    internal static bool HasBody(HttpRequest request) => request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;

    /// <summary>A text, cut where it is longer than what is kept of it.</summary>
    internal static string Shortened(string text, int most) => text.Length <= most ? text : text[..most];

    /// <summary>Captures a request without its body.</summary>
    public static CapturedRequest CaptureHead(HttpContext context)
    {
        List<string>? notes = null;
        var bytes = RecordedHead(context);
        string head;
        int size;
        if (bytes.IsEmpty)
        {
            head = Rebuild(context);
            size = Encoding.UTF8.GetByteCount(head) + 4;
            (notes ??= []).Add(CaptureNotes.OrderUnknown);
        }
        else
        {
            head = Text(bytes.TrimEnd("\r\n"u8), ref notes);
            size = bytes.Length;
        }

        var emulatedAddress = Emulation.AddressOf(context.Request);
        if (emulatedAddress is not null)
        {
            var marked = head.Length;
            head = Emulation.WithoutMark(head);
            size -= marked - head.Length;
            (notes ??= []).Add(CaptureNotes.Emulated);
        }

        return new CapturedRequest
        {
            Head = head.Length <= CaptureLimits.KeptHead ? head : Cut(head, ref notes),
            Scheme = context.Request.Scheme,
            Path = Shortened(context.Request.Path.Value ?? "/", CaptureLimits.KeptTarget),
            Address = emulatedAddress ?? AddressOf(context),
            HeadBytes = size,
            Notes = notes,
        };
    }

    /// <summary>Whether somebody opened what is asked for, as a page: no page took it for a picture, and no browser fetched it ahead.</summary>
    public static bool IsOpened(HttpContext context) =>
        !TownRequest.Of(context).IsHead && context.Request.Headers["Sec-Fetch-Dest"] is { Count: 0 } or ["document"]
        && FetchReader.ByOf(CaptureHead(context)) is FetchedBy.Person or FetchedBy.Unknown;

    /// <summary>The address a request came from, without port; an IPv4 address as such.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };

    private static async ValueTask<CapturedRequest> WithBodyAsync(HttpContext context)
    {
        var captured = CaptureHead(context);
        var buffer = ArrayPool<byte>.Shared.Rent(CaptureLimits.KeptBody + 1);
        try
        {
            var length = await ReadBodyAsync(context.Request.Body, buffer.AsMemory(0, CaptureLimits.KeptBody + 1), context.RequestAborted);
            var notes = captured.Notes?.ToList();
            if (length > CaptureLimits.KeptBody)
            {
                length = CaptureLimits.KeptBody;
                (notes ??= []).Add(CaptureNotes.BodyCut);
            }

            var body = Text(buffer.AsSpan(0, length), ref notes);
            return captured with { Body = body, BodyBytes = length, Notes = notes };
        }
        catch (IOException)
        {
            // A body that breaks off or is malformed: the head arrived, and that is what counts.
            return captured with { Notes = [.. captured.Notes ?? [], CaptureNotes.BodyCut] };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<int> ReadBodyAsync(Stream body, Memory<byte> into, CancellationToken cancellation)
    {
        var length = 0;
        while (length < into.Length)
        {
            var read = await body.ReadAsync(into[length..], cancellation);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length;
    }

    private static ReadOnlySpan<byte> RecordedHead(HttpContext context)
    {
        var rawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return context.Features.Get<HeadRecorder>() is { } recorder && rawTarget.Length > 0
            ? recorder.Head(TownRequest.Of(context).IsHead ? HttpMethods.Head : context.Request.Method, rawTarget)
            : [];
    }

    private static string Text(ReadOnlySpan<byte> bytes, ref List<string>? notes)
    {
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            (notes ??= []).Add(CaptureNotes.NotUtf8);
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string Rebuild(HttpContext context)
    {
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        var headers = new List<NameValue>();
        foreach (var header in context.Request.Headers)
        {
            headers.AddRange(header.Value.Select(value => new NameValue(header.Key, value ?? "")));
        }

        return new RequestHead(request.Method, request.RawTarget, request.Protocol, headers).ToString();
    }

    private static string Cut(string head, ref List<string>? notes)
    {
        var parsed = RequestHead.Parse(head);
        if (parsed.Target.Length > CaptureLimits.KeptTarget)
        {
            (notes ??= []).Add(CaptureNotes.UrlCut);
        }

        if (parsed.Headers.Count > CaptureLimits.KeptHeaders
            || parsed.Headers.Any(header => header.Value.Length > CaptureLimits.KeptHeaderValue))
        {
            (notes ??= []).Add(CaptureNotes.HeadersCut);
        }

        return new RequestHead(
            parsed.Method,
            Shortened(parsed.Target, CaptureLimits.KeptTarget),
            parsed.Protocol,
            [
                .. parsed.Headers.Take(CaptureLimits.KeptHeaders).Select(header => new NameValue(
                    Shortened(header.Name, 256), Shortened(header.Value, CaptureLimits.KeptHeaderValue))),
            ]).ToString();
    }
}

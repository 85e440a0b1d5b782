using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Running;

/// <summary>
/// Asks for the first pages of the lab before anybody does, so that nobody waits while the runtime compiles them (measured: 160 to 250 ms a page). It
/// does so once, when the lab has started and nobody asks for anything, through the whole pipeline and in a seat of its own that is closed, so that
/// nothing of it is kept. Not in a process that another program began, such as a test: what it measures there would be this.
/// </summary>
public sealed class WarmUp(
    IOptions<AddressingOptions> options, PortPlan ports, ClosedSeats closed, IHttpContextFactory contexts, IHostApplicationLifetime lifetime)
{
    /// <summary>What people open first.</summary>
    private static readonly (string Host, string Path)[] Pages =
        [("lab", "/"), ("lab", "/lessons/what-a-tracking-pixel-is"), ("shop", "/"), ("shop", "/shoes/3"), ("news", "/"), ("mail", "/"), ("lab", "/panel")];

    /// <summary>As a browser says it: for a robot less is done.</summary>
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    /// <summary>How long nobody has asked for anything before it begins, in milliseconds: whoever comes must not wait for it.</summary>
    private const int Quiet = 500;

    private RequestDelegate? _pipeline;

    /// <summary>Whether it still waits for such a moment: only then each request is noted.</summary>
    private volatile bool _waits = true;

    /// <summary>When the latest request came, by the system's clock in milliseconds.</summary>
    private long _latest;

    /// <summary>Takes the pipeline, of which it is to be the first part, and begins when the lab has started.</summary>
    public RequestDelegate Follow(RequestDelegate pipeline)
    {
        _pipeline = pipeline;
        if (Assembly.GetEntryAssembly() != typeof(WarmUp).Assembly)
        {
            return pipeline;
        }

        lifetime.ApplicationStarted.Register(() => _ = AskWhenQuietAsync());
        return context =>
        {
            if (_waits)
            {
                Volatile.Write(ref _latest, Environment.TickCount64);
            }

            return pipeline(context);
        };
    }

    private async Task AskWhenQuietAsync()
    {
        Volatile.Write(ref _latest, Environment.TickCount64);
        while (Volatile.Read(ref _latest) + Quiet - Environment.TickCount64 is > 0 and var left)
        {
            await Task.Delay((int)left);
        }

        _waits = false;
        await AskAsync();
    }

    /// <summary>Asks for each page.</summary>
    /// <returns>The status codes of the answers, as far as the lab did not end meanwhile.</returns>
    public async Task<IReadOnlyList<int>> AskAsync()
    {
        var address = new TownAddress(options.Value, Uri.UriSchemeHttp, options.Value.BaseHost, ports.LabPort);
        var seat = SeatId.New();
        closed.Close(new ClosedSeat(seat, DateTimeOffset.MaxValue));
        try
        {
            List<int> answers = [];
            foreach (var (host, path) in Pages.TakeWhile(_ => !lifetime.ApplicationStopping.IsCancellationRequested))
            {
                answers.Add(await AskAsync(new Uri(address.Url(Town.Get(host), seat, path))));
            }

            return answers;
        }
        finally
        {
            closed.Open(seat);
        }
    }

    private async Task<int> AskAsync(Uri page)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = page.Scheme,
            Protocol = HttpProtocol.Http11,
            Path = page.AbsolutePath,
            Headers = new HeaderDictionary { [HeaderNames.Host] = page.Authority, [HeaderNames.UserAgent] = Browser, [HeaderNames.AcceptEncoding] = "gzip" },
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = System.Net.IPAddress.Loopback, LocalPort = page.Port });
        var context = contexts.Create(features);
        try
        {
            await _pipeline!(context);
            return context.Response.StatusCode;
        }
        catch (Exception failure) when (lifetime.ApplicationStopping.IsCancellationRequested && failure is OperationCanceledException or ObjectDisposedException or EventLogException)
        {
            // The lab ends meanwhile.
            return StatusCodes.Status503ServiceUnavailable;
        }
        finally
        {
            contexts.Dispose(context);
        }
    }
}

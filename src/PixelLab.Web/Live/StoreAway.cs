using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Core.Events;

namespace PixelLab.Web.Live;

/// <summary>Tells whoever follows a stream that it broke off because the store does not answer, so that a page can say so in words.</summary>
internal static class StoreAway
{
    /// <summary>The error's name, which pages put into words (<c>Client/Kit/Live/hub-connection.ts</c>).</summary>
    public const string Name = "store-away";

    /// <summary>The same stream, whose failing store has a name.</summary>
    public static async IAsyncEnumerable<T> NamingStoreAway<T>(
        this IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var items = stream.GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await items.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (EventLogException)
            {
                throw new HubException(Name);
            }

            yield return items.Current;
        }
    }
}

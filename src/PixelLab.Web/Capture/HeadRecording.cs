using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PixelLab.Web.Capture;

/// <summary>Puts a <see cref="HeadRecorder"/> between a connection and the server's parser.</summary>
internal static class HeadRecording
{
    /// <summary>Lets every connection of this endpoint read along.</summary>
    public static void UseHeadRecording(this ListenOptions listen) => listen.Use(next => async connection =>
    {
        using var recorder = new HeadRecorder();
        connection.Features.Set(recorder);
        var transport = connection.Transport;
        connection.Transport = new RecordedPipe(new RecordedReader(transport.Input, recorder), transport.Output);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    });

    private sealed record RecordedPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class RecordedReader(PipeReader inner, HeadRecorder recorder) : PipeReader
    {
        private ReadOnlySequence<byte> _lent;

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            recorder.Add(_lent.Slice(_lent.Start, consumed));
            recorder.Peek(_lent.Slice(consumed));
            _lent = default;
            inner.AdvanceTo(consumed, examined);
        }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            recorder.AwaitMore();
            var read = inner.ReadAsync(cancellationToken);
            return read.IsCompletedSuccessfully ? new(Lend(read.Result)) : WaitAsync(read);
        }

        public override bool TryRead(out ReadResult result)
        {
            if (!inner.TryRead(out result))
            {
                return false;
            }

            Lend(result);
            return true;
        }

        public override void CancelPendingRead() => inner.CancelPendingRead();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        private async ValueTask<ReadResult> WaitAsync(ValueTask<ReadResult> read) => Lend(await read);

        private ReadResult Lend(ReadResult result)
        {
            _lent = result.Buffer;
            return result;
        }
    }
}

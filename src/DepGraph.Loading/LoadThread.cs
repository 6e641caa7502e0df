using System;
using System.Threading;
using System.Threading.Tasks;

namespace DepGraph.Loading;

/// <summary>The thread behind a <see cref="LoadOperation"/>.</summary>
internal sealed class LoadThread
{
    private readonly TaskCompletionSource<bool> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LoadWalk _walk;
    private readonly IProgress<LoadProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly object _gate = new();
    private LoadProgress _current;
    private volatile bool _stopped;

    private LoadThread(LoadWalk walk, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        _walk = walk;
        _progress = progress;
        _cancellation = cancellation;
        _current = walk.Current;
    }

    public Task Completion => _completion.Task;

    public LoadProgress Current
    {
        get
        {
            lock (_gate)
                return _current;
        }
    }

    public static LoadThread Start(LoadWalk walk, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        var load = new LoadThread(walk, progress, cancellation);
        new Thread(load.Run) { IsBackground = true, Name = "DepGraph load" }.Start();
        return load;
    }

    public void Stop() => _stopped = true;

    private void Run()
    {
        try
        {
            do
            {
                if (_stopped || _cancellation.IsCancellationRequested)
                {
                    _completion.TrySetCanceled(_cancellation);
                    return;
                }
                lock (_gate)
                    _current = _walk.Current;
                _progress?.Report(_walk.Current);
            }
            while (_walk.LoadNext());
            _completion.TrySetResult(true);
        }
        catch (Exception fault)
        {
            _completion.TrySetException(fault); // the progress threw: whoever awaits gets it
        }
    }
}

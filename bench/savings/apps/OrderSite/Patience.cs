using System.Runtime.CompilerServices;
using Polly;
using Polly.Retry;

namespace OrderSite;

/// <summary>Tries again what fails once, by Polly.</summary>
internal static class Patience
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Try()
    {
        var retry = new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.Zero, ShouldHandle = new PredicateBuilder().Handle<TimeoutException>() };
        var pipeline = new ResiliencePipelineBuilder().AddRetry(retry).AddTimeout(TimeSpan.FromSeconds(5)).Build();
        var tried = 0;
        return pipeline.Execute(() => ++tried < 2 ? throw new TimeoutException() : tried);
    }
}

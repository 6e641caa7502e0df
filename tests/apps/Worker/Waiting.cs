using Microsoft.Extensions.Hosting;

namespace Worker;

public class Waiting : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stopping) => Task.Delay(Timeout.Infinite, stopping);
}

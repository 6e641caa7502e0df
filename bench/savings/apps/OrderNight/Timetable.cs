using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace OrderNight;

/// <summary>When the bookings are closed, by Quartz.</summary>
internal static class Timetable
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(HostApplicationBuilder builder)
    {
        builder.AddQuartz(quartz => quartz.ScheduleJob<Closing>(trigger => trigger.WithIdentity("closing").WithCronSchedule("0 30 3 1 1 ? 2099")));
        builder.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    internal sealed class Closing : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}

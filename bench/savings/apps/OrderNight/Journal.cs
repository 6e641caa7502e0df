using System.Runtime.CompilerServices;
using NLog;
using NLog.Targets;

namespace OrderNight;

/// <summary>What the worker notes, by NLog.</summary>
internal static class Journal
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Open()
    {
        var file = new FileTarget("night")
        {
            FileName = Path.Combine(AppContext.BaseDirectory, "night.log"),
            Layout = "${longdate} ${level:uppercase=true} ${logger} ${message} ${exception:format=message}",
            DeleteOldFileOnStartup = true,
        };
        LogManager.Setup().LoadConfiguration(log => log.ForLogger(LogLevel.Info).WriteTo(file));
        LogManager.GetLogger("Night").Info("Begun with {Count} bookings of {Day:yyyy-MM-dd}", 5, new DateTime(2025, 10, 1, 0, 0, 0, DateTimeKind.Utc));
    }
}

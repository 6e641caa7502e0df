using System.Globalization;
using System.Runtime.CompilerServices;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace OrderSite;

/// <summary>What the site notes, by Serilog.</summary>
internal static class Journal
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Open()
    {
        Log.Logger = new LoggerConfiguration().MinimumLevel.Information().MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .Enrich.WithProperty("Site", "Vienna").WriteTo.Sink(new LastLines()).CreateLogger();
        Log.Information("Opened with {@Hours} in {Culture} after {Elapsed:0.0} ms", new { From = 8, To = 17 }, CultureInfo.CurrentCulture.Name, 12.5);
        Log.ForContext("Table", "Item").Warning("{Count} items have no {Name}", 3, "price");
    }

    private sealed class LastLines : ILogEventSink
    {
        private readonly Queue<string> _lines = [];

        public void Emit(LogEvent logEvent)
        {
            _lines.Enqueue(logEvent.RenderMessage(CultureInfo.InvariantCulture));
            if (_lines.Count > 100)
                _lines.Dequeue();
        }
    }
}

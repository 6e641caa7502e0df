// Stands in for Avalonia where its package is not to be had: only what docs/splash-windows.md uses.
namespace Avalonia
{
    public class Application
    {
        public Controls.ApplicationLifetimes.IApplicationLifetime ApplicationLifetime { get; set; }
        public virtual void OnFrameworkInitializationCompleted() { }
    }
}

namespace Avalonia.Controls
{
    public enum SizeToContent { WidthAndHeight }

    public class Window
    {
        public object Content { get; set; }
        public SizeToContent SizeToContent { get; set; }
        public void Show() { }
        public void Close() { }
    }

    public class ProgressBar
    {
        public double Width { get; set; }
        public double Height { get; set; }
        public double Maximum { get; set; }
        public double Value { get; set; }
        public bool IsIndeterminate { get; set; }
    }
}

namespace Avalonia.Controls.ApplicationLifetimes
{
    public interface IApplicationLifetime { }

    public interface IClassicDesktopStyleApplicationLifetime : IApplicationLifetime
    {
        Window MainWindow { get; set; }
    }
}

namespace Avalonia.Threading
{
    public enum DispatcherPriority { Background }

    public class Dispatcher
    {
        public static Dispatcher UIThread => null;
        public System.Threading.Tasks.Task InvokeAsync(System.Action callback, DispatcherPriority priority) => null;
    }
}

public class MainWindow : Avalonia.Controls.Window { }

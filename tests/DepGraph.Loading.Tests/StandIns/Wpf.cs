// Stands in for WPF where its package is not to be had: only what docs/splash-windows.md uses.
namespace System.Windows
{
    public class StartupEventArgs : System.EventArgs { }
    public enum WindowStyle { None }
    public enum SizeToContent { WidthAndHeight }

    public class Application
    {
        public event System.EventHandler<StartupEventArgs> Startup { add { } remove { } }
        protected virtual void OnStartup(StartupEventArgs e) { }
    }

    public class Window
    {
        public object Content { get; set; }
        public WindowStyle WindowStyle { get; set; }
        public SizeToContent SizeToContent { get; set; }
        public void Show() { }
        public void Close() { }
    }
}

namespace System.Windows.Controls
{
    public class ProgressBar
    {
        public double Width { get; set; }
        public double Height { get; set; }
        public double Maximum { get; set; }
        public double Value { get; set; }
        public bool IsIndeterminate { get; set; }
    }
}

namespace System.Windows.Threading
{
    public enum DispatcherPriority { Background }

    public class Dispatcher
    {
        public static System.Threading.Tasks.Task Yield(DispatcherPriority priority) => null;
    }
}

public class MainWindow : System.Windows.Window { }

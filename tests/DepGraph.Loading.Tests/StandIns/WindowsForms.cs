// Stands in for Windows Forms where its package is not to be had: only what docs/splash-windows.md uses.
namespace System.Windows.Forms
{
    public enum DockStyle { Fill }
    public enum ProgressBarStyle { Continuous, Marquee }

    public static class Application
    {
        public static void Run(Form form) { }
    }

    public class Control
    {
        public class ControlCollection
        {
            public void Add(Control control) { }
        }

        public DockStyle Dock { get; set; }
        public ControlCollection Controls { get; }
        public void Show() { }
    }

    public class Form : Control
    {
        protected virtual void OnShown(System.EventArgs e) { }
        public void Close() { }
    }

    public class ProgressBar : Control
    {
        public int Maximum { get; set; }
        public int Value { get; set; }
        public ProgressBarStyle Style { get; set; }
    }
}

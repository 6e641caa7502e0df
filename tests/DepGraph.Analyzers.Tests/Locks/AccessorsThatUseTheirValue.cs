namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>The <c>value</c> of an accessor is what stands right of <c>+=</c> or <c>=</c>.</summary>
public class AccessorsThatUseTheirValue
{
    private const string Accessors = """
        private EventHandler? _shutdown;
        private bool _isDown;
        private EventHandler? _set;
        internal event EventHandler Shutdown
        {
            add { if (_isDown) value(this, EventArgs.Empty); else _shutdown += value; }
            remove { _shutdown -= value; }
        }
        internal EventHandler? Handler { get => _set; set { _set = value; value?.Invoke(this, EventArgs.Empty); } }
        public void Down() { _isDown = true; }
        private void OwnHandler(object? sender, EventArgs e) => _count++;
        private void Raising(object? sender, EventArgs e) => Changed?.Invoke(this, e);
        """;

    [Fact]
    public Task Are_quiet_for_an_own_handler() => Store.With("""
        public void Add()
        {
            lock (_gate) { Shutdown += OwnHandler; Shutdown += (_, _) => _count++; Shutdown -= OwnHandler; Handler = OwnHandler; Handler = null; }
        }
        """ + Accessors);

    [Fact]
    public Task Are_found_for_somebody_elses_handler_and_for_one_that_calls_back() => Store.With("""
        public void Add(EventHandler handler)
        {
            lock (_gate)
            {
                {|DG1002:Shutdown += handler|}; {|DG1002:Shutdown += Raising|}; {|DG1002:Handler|} = handler;
                Shutdown -= handler; {|DG1002:Shutdown += (_, _) => handler(this, EventArgs.Empty)|};
            }
        }
        """ + Accessors);
}

using System.Management.Automation.Host;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>120 columns; nothing else of it matters to these tests.</summary>
internal sealed class ScriptedRawScreen : PSHostRawUserInterface
{
    private const int Columns = 120;
    private const int Lines = 50;

    public override ConsoleColor BackgroundColor { get; set; }

    public override Size BufferSize { get; set; } = new(Columns, Lines);

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; }

    public override ConsoleColor ForegroundColor { get; set; }

    public override bool KeyAvailable => false;

    public override Size MaxPhysicalWindowSize => new(Columns, Lines);

    public override Size MaxWindowSize => new(Columns, Lines);

    public override Coordinates WindowPosition { get; set; }

    public override Size WindowSize { get; set; } = new(Columns, Lines);

    public override string WindowTitle { get; set; } = "";

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new NotSupportedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();
}

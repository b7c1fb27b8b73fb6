import CNcurses
import TerminalKit
func x() { initscr() }

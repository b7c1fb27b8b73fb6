import CarrierCore
import TerminalKit

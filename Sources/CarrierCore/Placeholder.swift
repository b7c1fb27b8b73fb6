import CCurl
import CSodium
import GRDB
import FlyingFox
import FlyingSocks
func y() { _ = sodium_init(); _ = curl_easy_init(); _ = HTTPServer(address: .loopback(port: 0)) ; _ = try? DatabaseQueue()}

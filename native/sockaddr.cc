#include "sockaddr.h"

#include "sockaddr_families.h"

namespace sockcall {

void RegisterSockaddr(Napi::Env env, Napi::Object exports) {
  exports.Set("sockaddrSize", Napi::Number::New(env, sizeof(Sockaddr)));
  exports.Set("sunPathSize", Napi::Number::New(env, sizeof(sockaddr_un::sun_path)));
  exports.Set("sockaddrDataSize", Napi::Number::New(env, sizeof(sockaddr_storage) - kDataOffset));
#ifdef __linux__
  exports.Set("linkAddressSize", Napi::Number::New(env, sizeof(sockaddr_storage) - kLinkOffset));
#endif
  exports.Set("decodeSockaddr", Napi::Function::New(env, DecodeSockaddr));
  RegisterEncoders(env, exports);
}

}  // namespace sockcall

// Precompiled for the actors: what nearly every one of them includes.

#pragma once

#include "actors/common/caf_bridge.hpp"
#include "actors/common/json_codec.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

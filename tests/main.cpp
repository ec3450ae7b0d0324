#define BOOST_TEST_MODULE suivant
#include <boost/test/unit_test.hpp>

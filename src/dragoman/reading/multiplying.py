"""Which library multiplies a pipeline's matrices: that of numpy, on one core.

To multiply matrices is a third of what parsing costs. A pipeline does it with BLIS, which it brings along;
with the OpenBLAS that numpy brings along parsing takes a quarter less time, and the same is read. Left alone
it shares each product out among all cores, and with matrices this small they wait for each other.
"""

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def multiply_by_numpy(pipeline: Language) -> bool:
    """Whether the pipeline multiplies by OpenBLAS from here on; where numpy has another library it does not.

    OpenBLAS is kept to one thread in all of this process.
    """
    library = ThreadpoolController().select(internal_api="openblas")
    if not library.lib_controllers:
        return False
    library.limit(limits=1)
    by_numpy = NumpyOps(use_blis=False)
    models = (getattr(step, "model", None) for _, step in pipeline.pipeline)
    for layer in (layer for model in models if isinstance(model, Model) for layer in model.walk()):
        if type(layer.ops) is NumpyOps:  # not a kind of it that has its own way, as on some machines
            layer.ops = by_numpy
    return True
